package chat.pando.lab.sim.server;

import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.json.JsonObject;
import chat.pando.lab.sim.time.Scheduler;
import chat.pando.lab.sim.time.Trace;
import java.util.Map;

/** The network between cores and the homeserver, with all its faults. */
public final class Wire {

    private final Scheduler scheduler;
    private final Homeserver server;
    private final Weather weather;
    private final WireLaws laws;
    private final Trace trace;

    public Wire(Scheduler scheduler, Homeserver server, Weather weather, WireLaws laws, Trace trace) {
        this.scheduler = scheduler;
        this.server = server;
        this.weather = weather;
        this.laws = laws;
        this.trace = trace;
    }

    /** Carries a request over, now or later or never; its client is told in the exchange. */
    public void carry(Exchange exchange) {
        HttpRequest request = exchange.request();
        trace.add(scheduler.now());
        trace.add(request.url());
        trace.add(request.body().orElse(""));
        laws.attempt(exchange);
        scheduler.after(request.timeoutMillis(), () -> exchange.fail(HttpFailure.Cause.TIMEOUT));
        if (!exchange.client().online()) {
            fail(exchange, weather.latency());
            return;
        }
        switch (weather.fault(request.url())) {
            case NONE -> arrive(exchange, weather.latency(), true);
            case SLOW -> arrive(exchange, weather.slowness(), true);
            case DROPPED -> fail(exchange, weather.failureDelay());
            case ANSWER_LOST -> {
                arrive(exchange, weather.latency(), false);
                fail(exchange, weather.failureDelay());
            }
            case REPEATED -> {
                arrive(exchange, weather.latency(), true);
                arrive(exchange, weather.slowness(), false);
            }
            case TROUBLE -> refuse(exchange, 503, "{\"errcode\":\"M_UNKNOWN\",\"error\":\"\"}");
            case BAD_GATEWAY -> refuse(exchange, 502, "<html>Bad gateway</html>");
            case RATE_LIMITED -> refuse(
                    exchange, 429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"error\":\"\",\"retry_after_ms\":2000}");
            default -> { } // silence: only the timeout ends it
        }
    }

    private void fail(Exchange exchange, long after) {
        scheduler.after(after, () -> exchange.fail(HttpFailure.Cause.UNREACHABLE));
    }

    private void refuse(Exchange exchange, int status, String body) {
        scheduler.after(weather.latency(), () -> exchange.answer(new HttpResponse(status, Map.of(), body)));
    }

    /** What has left reaches the server although its client may have died or gone offline since. */
    private void arrive(Exchange exchange, long after, boolean answered) {
        scheduler.after(after, () -> server.handle(exchange.request(), new Answer(exchange, answered)));
    }

    /** The way back. */
    private final class Answer implements Reply {

        private final Exchange exchange;
        private final boolean answered;

        Answer(Exchange exchange, boolean answered) {
            this.exchange = exchange;
            this.answered = answered;
        }

        @Override
        public void send(int status, JsonObject body) {
            if (answered && !exchange.over()) {
                HttpResponse response = new HttpResponse(status, Map.of(), body.text());
                scheduler.after(weather.latency(), () -> exchange.answer(response));
            }
        }

        @Override
        public boolean abandoned() {
            return !answered || exchange.over();
        }
    }
}
