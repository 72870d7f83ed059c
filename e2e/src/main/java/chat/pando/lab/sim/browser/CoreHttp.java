package chat.pando.lab.sim.browser;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.lab.sim.server.Exchange;
import chat.pando.lab.sim.server.Wire;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A core's requests, which end with it; what the server makes of those that have reached it is another matter. */
final class CoreHttp implements Http {

    private final SimulatedCore core;
    private final Wire wire;
    private final Set<Exchange> open = new LinkedHashSet<>();

    CoreHttp(SimulatedCore core, Wire wire) {
        this.core = core;
        this.wire = wire;
        core.process().onDeath(() -> open.forEach(Exchange::hangUp));
    }

    @Override
    public HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        core.process().touch();
        if (abort.aborted()) {
            throw new HttpFailure(HttpFailure.Cause.ABORTED);
        }
        Exchange exchange = new Exchange(core, request);
        open.add(exchange);
        try (Abort.Listening unused = abort.onAbort(() -> exchange.fail(HttpFailure.Cause.ABORTED))) {
            wire.carry(exchange);
            exchange.ended().await();
        } finally {
            open.remove(exchange);
        }
        core.process().touch();
        return exchange.outcome();
    }

    /** The network is gone, and with it what was under way. */
    void cutAll() {
        List.copyOf(open).forEach(exchange -> exchange.fail(HttpFailure.Cause.UNREACHABLE));
    }
}
