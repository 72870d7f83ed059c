package chat.pando.e2e.proxy;

import chat.pando.e2e.law.Ask;
import chat.pando.e2e.law.Breach;
import chat.pando.e2e.law.Law;
import chat.pando.e2e.law.WireLaws;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** The laws about what goes over the wire, checked against a proxy's record as it grows. */
public final class TrafficLaws {

    /**
     * A client that aborts one request and starts another does it on two connections, and the proxy can hear of the
     * second first. An overlap that ended with the first one's abort, this soon, is no overlap.
     */
    private static final long ABORT_MAY_ARRIVE_LATE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Traffic traffic;
    private final WireLaws wire = new WireLaws();
    private final Map<String, Exchange> lastSync = new HashMap<>();
    private final List<Overlap> overlaps = new ArrayList<>();
    private List<Exchange> unanswered = new ArrayList<>();
    private int checked;

    public TrafficLaws(Traffic traffic) {
        this.traffic = traffic;
    }

    /** Whatever breaks a law that holds whatever happens, crashes too, among what came since the last check. */
    public List<Breach> broken() {
        List<Breach> breaches = new ArrayList<>();
        List<Exchange> fresh = traffic.from(checked);
        checked += fresh.size();
        takeAnswers(breaches);
        for (Exchange exchange : fresh) {
            if (!exchange.isPreflight()) {
                takeAnswers(breaches);
                breaches.addAll(wire.asked(ask(exchange)));
                checkOverlap(exchange, breaches);
            }
            unanswered.add(exchange);
        }
        takeAnswers(breaches);
        takeOverlaps(breaches);
        return breaches;
    }

    /** At any time a device has at most one /sync open. */
    private void checkOverlap(Exchange sync, List<Breach> breaches) {
        if (!Requests.SYNC.test(sync)) {
            return;
        }
        Exchange before = lastSync.put(sync.device(), sync);
        if (before != null) {
            overlaps.add(new Overlap(before, sync));
        }
    }

    private void takeOverlaps(List<Breach> breaches) {
        overlaps.stream().filter(Overlap::breaksTheLaw).forEach(overlap -> breaches.add(
                new Breach(Law.ONE_SYNC_AT_A_TIME, overlap.before() + "\n  " + overlap.sync())));
        overlaps.removeIf(overlap -> overlap.breaksTheLaw() || overlap.before().endedAt().isPresent());
    }

    /** Two requests of which the first may not have ended when the second began. */
    private record Overlap(Exchange before, Exchange sync) {

        boolean breaksTheLaw() {
            long end = before.endedAt().orElseGet(System::nanoTime);
            boolean answered = before.ending().filter(ending -> ending != Exchange.Ending.CLIENT_GONE).isPresent();
            return end - sync.startedAt() > (answered ? 0 : ABORT_MAY_ARRIVE_LATE);
        }
    }

    /** What the server has said since, in the order in which it was asked. */
    private void takeAnswers(List<Breach> breaches) {
        List<Exchange> still = new ArrayList<>();
        for (Exchange exchange : unanswered) {
            if (exchange.endedAt().isEmpty()) {
                still.add(exchange); // a request that the proxy repeats is answered twice, and the second answer counts
            } else if (exchange.serverAnswer().isPresent()) {
                WireAnswer answer = exchange.serverAnswer().get();
                wire.answered(ask(exchange), answer.status(), answer.body());
                checkCors(exchange, answer, breaches);
            }
        }
        unanswered = still;
    }

    private static void checkCors(Exchange exchange, WireAnswer answer, List<Breach> breaches) {
        if (exchange.path().startsWith("/_matrix/") && answer.header("Access-Control-Allow-Origin").isEmpty()) {
            breaches.add(new Breach(Law.ANSWERS_MAY_BE_READ, "No CORS header: " + exchange));
        }
    }

    private static Ask ask(Exchange exchange) {
        WireRequest request = exchange.request();
        return new Ask(exchange.device(), request.method(), request.target(), request.body(), "#" + exchange.number());
    }

    /** No one-time key is uploaded again once the client knows that the server has it. Holds while nothing crashes. */
    public List<String> oneTimeKeysUploadedAgain() {
        List<String> broken = new ArrayList<>();
        Map<String, Exchange> acknowledged = new HashMap<>();
        for (Exchange upload : traffic.matching(Requests.KEYS_UPLOAD)) {
            for (String id : oneTimeKeys(upload).keySet()) {
                String name = upload.device() + " " + id;
                if (acknowledged.containsKey(name)) {
                    broken.add("The one-time key " + id + " was uploaded twice:\n  " + acknowledged.get(name)
                            + "\n  " + upload);
                }
                upload.clientAnswer().filter(WireAnswer::succeeded).ifPresent(answer -> acknowledged.put(name, upload));
            }
        }
        return broken;
    }

    private static Map<String, JsonNode> oneTimeKeys(Exchange upload) {
        Map<String, JsonNode> keys = new HashMap<>();
        Bodies.json(upload.request().body()).path("one_time_keys").properties()
                .forEach(key -> keys.put(key.getKey(), key.getValue()));
        return keys;
    }
}
