package chat.pando.e2e.proxy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The laws about what goes over the wire, checked against the record. Each check returns what breaks the law. */
public final class TrafficLaws {

    /**
     * A client that aborts one request and starts another does it on two connections, and the proxy can hear of the
     * second first. An overlap that ended with the first one's abort, this soon, is no overlap.
     */
    private static final long ABORT_MAY_ARRIVE_LATE = TimeUnit.MILLISECONDS.toNanos(250);

    private final Traffic traffic;

    public TrafficLaws(Traffic traffic) {
        this.traffic = traffic;
    }

    /** The laws that hold whatever happens, crashes too. */
    public List<String> broken() {
        return Stream.of(twoSyncsAtOnce(), oneTimeKeysUnderTwoFaces(), transactionsWithTwoBodies(), tokensInAddresses(),
                answersWithoutCors()).flatMap(List::stream).toList();
    }

    /** At any time a device has at most one /sync open. */
    List<String> twoSyncsAtOnce() {
        List<String> broken = new ArrayList<>();
        Map<String, Exchange> last = new HashMap<>();
        for (Exchange sync : traffic.matching(Requests.SYNC)) {
            Exchange before = last.put(sync.device(), sync);
            if (before != null && overlap(before, sync)) {
                broken.add("Two syncs at once:\n  " + before + "\n  " + sync);
            }
        }
        return broken;
    }

    private static boolean overlap(Exchange before, Exchange sync) {
        if (before.endedAt().isEmpty()) {
            return true;
        }
        long overlap = before.endedAt().get() - sync.startedAt();
        boolean aborted = before.ending().filter(ending -> ending == Exchange.Ending.CLIENT_GONE).isPresent();
        return overlap > (aborted ? ABORT_MAY_ARRIVE_LATE : 0);
    }

    /** One id never stands for two keys, and one key never for two ids: for a device's whole life. */
    List<String> oneTimeKeysUnderTwoFaces() {
        List<String> broken = new ArrayList<>();
        Map<String, String> keyById = new HashMap<>();
        Map<String, String> idByKey = new HashMap<>();
        for (Exchange upload : traffic.matching(Requests.KEYS_UPLOAD)) {
            oneTimeKeys(upload).forEach((id, key) -> {
                String device = upload.device();
                String knownKey = keyById.putIfAbsent(device + " " + id, key.toString());
                if (knownKey != null && !knownKey.equals(key.toString())) {
                    broken.add("The one-time key id " + id + " was uploaded with two values: " + upload);
                }
                String knownId = idByKey.putIfAbsent(device + " " + key.path("key").asString(), id);
                if (knownId != null && !knownId.equals(id)) {
                    broken.add("One one-time key was uploaded as " + knownId + " and as " + id + ": " + upload);
                }
            });
        }
        return broken;
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

    /** A transaction id stands for the same bytes, however often they are sent. */
    List<String> transactionsWithTwoBodies() {
        List<String> broken = new ArrayList<>();
        Map<String, Exchange> first = new HashMap<>();
        for (Exchange send : traffic.matching(Requests.SEND.or(Requests.TO_DEVICE))) {
            Exchange earlier = first.putIfAbsent(send.device() + " " + send.path(), send);
            if (earlier != null && !Arrays.equals(earlier.request().body(), send.request().body())) {
                broken.add("One transaction, two bodies:\n  " + earlier + "\n  " + send);
            }
        }
        return broken;
    }

    /** Addresses end up in logs: a token never stands in one. */
    List<String> tokensInAddresses() {
        return traffic.matching(exchange -> exchange.request().target().contains("access_token="))
                .stream().map(exchange -> "A token in an address: " + exchange.path()).toList();
    }

    /** Every answer of the homeserver may be read by a page of any origin (spec, section "Web Browser Clients"). */
    List<String> answersWithoutCors() {
        return traffic.matching(exchange -> exchange.path().startsWith("/_matrix/")).stream()
                .filter(exchange -> exchange.serverAnswer()
                        .filter(answer -> answer.header("Access-Control-Allow-Origin").isEmpty()).isPresent())
                .map(exchange -> "No CORS header: " + exchange).toList();
    }
}
