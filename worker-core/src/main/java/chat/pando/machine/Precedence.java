package chat.pando.machine;

import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The order among requests that wait for the server: which of them must come after which.
 *
 * <p>Most are independent of each other, because whoever makes them sees to it: there is one key upload at a time, one
 * question for a user's list, one claim for a device. What is left: nothing is sent from a device whose own keys nobody
 * can have yet, as its letters would not be believed; and each device is written to in order. A message that the server
 * has failed to take doesn't hold up those after it, but of such messages only a few may be passed for any one device:
 * Olm opens what comes late with keys that it has kept, and keeps no more than 40.
 */
final class Precedence {

    /** How many messages to a device, each of which has failed, may be passed by a later one. */
    static final int MOST_PASSED = 8;

    private final Predicate<String> failed;
    /** For each device how many messages to it are to be passed; with {@link #MOST_PASSED} it is closed. */
    private final Map<String, Integer> ahead = new HashMap<>();
    private boolean unpublished;
    private boolean publishing;

    private Precedence(Predicate<String> failed) {
        this.failed = failed;
    }

    /**
     * Those that need not wait for another one.
     *
     * @param requests oldest first
     * @param failed   whether the request of this id was made and did not get through
     */
    static List<OutgoingRequest> unhindered(List<OutgoingRequest> requests, Predicate<String> failed) {
        Precedence order = new Precedence(failed);
        List<OutgoingRequest> free = new ArrayList<>();
        for (OutgoingRequest request : requests) {
            if (request.until().isEmpty() && order.mayGo(request)) {
                free.add(request);
            }
        }
        return free;
    }

    private boolean mayGo(OutgoingRequest request) {
        return switch (request.kind()) {
            case KEYS_UPLOAD -> upload(request);
            case KEYS_QUERY, KEYS_CLAIM -> !publishing;
            case TO_DEVICE -> toDevice(request);
        };
    }

    /** What is asked after the first upload tells of this device, too; where the upload fails, that can wait. */
    private boolean upload(OutgoingRequest request) {
        if (body(request).has("device_keys")) {
            unpublished = true;
            publishing = !failed.test(request.id());
        }
        return true;
    }

    private boolean toDevice(OutgoingRequest request) {
        Set<String> devices = devices(request);
        boolean free = !unpublished
                && devices.stream().allMatch(device -> ahead.getOrDefault(device, 0) < MOST_PASSED);
        int weight = free && failed.test(request.id()) ? 1 : MOST_PASSED;
        devices.forEach(device -> ahead.merge(device, weight, Integer::sum));
        return free;
    }

    private static Set<String> devices(OutgoingRequest request) {
        JsonObject messages = body(request).at("messages");
        Set<String> devices = new LinkedHashSet<>();
        for (String user : messages.names()) {
            messages.at(user).names().forEach(device -> devices.add(user + ' ' + device));
        }
        return devices;
    }

    private static JsonObject body(OutgoingRequest request) {
        return request.request().body().orElse(JsonObject.EMPTY);
    }
}
