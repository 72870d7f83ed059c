package chat.pando.machine;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.Entropy;
import chat.pando.json.JsonObject;
import chat.pando.matrix.ApiRequest;
import chat.pando.matrix.Percent;
import chat.pando.store.Draft;
import chat.pando.store.PendingRequest;
import chat.pando.store.Reads;
import chat.pando.store.Requests;
import chat.pando.store.RowReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that must reach the server. Each is stored whole before it leaves, so a retry is the same to the byte.
 */
final class RequestQueue {

    private static final String PATH = "/_matrix/client/v3/";
    private static final int RANDOM_BYTES = 12;

    /** In what a request is about: the time after which it is worth nothing. */
    static final String UNTIL = "until";

    private final Requests requests;
    private final Entropy entropy;

    RequestQueue(RowReader rows, Entropy entropy) {
        requests = new Requests(rows);
        this.entropy = entropy;
    }

    /** Puts a POST to {@code /keys/…} into the queue and answers its id. */
    String post(Draft draft, OutgoingRequest.Kind kind, JsonObject body, JsonObject about) {
        String path = PATH + switch (kind) {
            case KEYS_UPLOAD -> "keys/upload";
            case KEYS_QUERY -> "keys/query";
            case KEYS_CLAIM -> "keys/claim";
            case TO_DEVICE -> throw new IllegalArgumentException("to-device messages are not posted");
        };
        String id = newId(draft);
        requests.put(draft, new PendingRequest(id, kind.name(), ApiRequest.post(path, body), about));
        return id;
    }

    /** Puts to-device messages of one type into the queue and answers the request's id. */
    String toDevice(Draft draft, String type, JsonObject messages, JsonObject about) {
        String id = newId(draft);
        String path = PATH + "sendToDevice/" + Percent.encode(type) + "/" + Percent.encode(id);
        JsonObject body = JsonObject.builder().put("messages", messages).build();
        requests.put(draft, new PendingRequest(
                id, OutgoingRequest.Kind.TO_DEVICE.name(), ApiRequest.put(path, body), about));
        return id;
    }

    List<OutgoingRequest> all(Reads reads) {
        List<OutgoingRequest> all = new ArrayList<>();
        for (PendingRequest pending : requests.all(reads)) {
            all.add(new OutgoingRequest(
                    pending.id(),
                    OutgoingRequest.Kind.valueOf(pending.kind()),
                    pending.request(),
                    pending.about().integer(UNTIL)));
        }
        return all;
    }

    /** Takes the request out of the queue; empty where it was settled before. */
    Optional<PendingRequest> settle(Draft draft, String id) {
        Optional<PendingRequest> pending = requests.get(draft, id);
        pending.ifPresent(request -> requests.delete(draft, id));
        return pending;
    }

    boolean isPending(Reads reads, String id) {
        return requests.get(reads, id).isPresent();
    }

    /** Those of the requests that are not settled. */
    Set<String> pendingOf(Reads reads, Iterable<String> ids) {
        Set<String> pending = new LinkedHashSet<>();
        for (String id : ids) {
            if (isPending(reads, id)) {
                pending.add(id);
            }
        }
        return pending;
    }

    private String newId(Draft draft) {
        // The URL-safe alphabet, because the id is a transaction id and so a segment of a path.
        String random = UnpaddedBase64.encode(entropy.bytes(RANDOM_BYTES)).replace('+', '-').replace('/', '_');
        return requests.nextId(draft, random);
    }
}
