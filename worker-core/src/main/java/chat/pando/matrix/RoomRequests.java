package chat.pando.matrix;

import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The requests about one room (spec, sections "Rooms" and "Sending events to a room"). */
public final class RoomRequests {

    /** The one encryption algorithm of rooms (spec, section "m.megolm.v1.aes-sha2"). */
    public static final String MEGOLM = "m.megolm.v1.aes-sha2";

    private static final String ROOMS = "/_matrix/client/v3/rooms/";

    private RoomRequests() {}

    /**
     * Creates a private room.
     *
     * @param creation further members of the create event's content
     */
    public static ApiRequest create(String name, List<UserId> invite, boolean encrypted, JsonObject creation) {
        JsonObject.Builder body = JsonObject.builder()
                .put("preset", "private_chat")
                .put("invite", JsonArray.ofStrings(invite.stream().map(UserId::value).toList()))
                .put("creation_content", creation);
        if (!name.strip().isEmpty()) {
            body.put("name", name);
        }
        if (encrypted) {
            JsonObject encryption = JsonObject.builder()
                    .put("type", "m.room.encryption")
                    .put("state_key", "")
                    .put("content", JsonObject.builder().put("algorithm", MEGOLM).build())
                    .build();
            body.put("initial_state", JsonArray.of(encryption));
        }
        return ApiRequest.post("/_matrix/client/v3/createRoom", body.build());
    }

    public static ApiRequest join(RoomId room) {
        return ApiRequest.post(path(room, "join"), JsonObject.EMPTY);
    }

    public static ApiRequest leave(RoomId room) {
        return ApiRequest.post(path(room, "leave"), JsonObject.EMPTY);
    }

    public static ApiRequest invite(RoomId room, UserId user) {
        return ApiRequest.post(
                path(room, "invite"),
                JsonObject.builder().put("user_id", user.value()).build());
    }

    public static ApiRequest send(RoomId room, String type, TransactionId transaction, JsonObject content) {
        return ApiRequest.put(
                path(room, "send/" + Percent.encode(type) + "/" + Percent.encode(transaction.value())), content);
    }

    /** Removes an event's content (spec, section "Redactions"). */
    public static ApiRequest redact(RoomId room, String event, TransactionId transaction) {
        return ApiRequest.put(
                path(room, "redact/" + Percent.encode(event) + "/" + Percent.encode(transaction.value())),
                JsonObject.EMPTY);
    }

    /** One event, by its id. */
    public static ApiRequest event(RoomId room, EventId event) {
        return ApiRequest.get(path(room, "event/" + Percent.encode(event.value())));
    }

    /** The latest events, newest first. */
    public static ApiRequest latestMessages(RoomId room, int limit) {
        return ApiRequest.get(path(room, "messages"))
                .with("dir", "b")
                .with("limit", String.valueOf(limit));
    }

    /** Earlier events, newest first. */
    public static ApiRequest messagesBefore(RoomId room, String from, int limit) {
        return ApiRequest.get(path(room, "messages"))
                .with("dir", "b")
                .with("from", from)
                .with("limit", String.valueOf(limit));
    }

    /** Says that everything up to the event was read. */
    public static ApiRequest readUpTo(RoomId room, EventId event) {
        return ApiRequest.post(
                path(room, "read_markers"),
                JsonObject.builder()
                        .put("m.fully_read", event.value())
                        .put("m.read", event.value())
                        .build());
    }

    /** A user's public profile: the way to learn whether the user exists. */
    public static ApiRequest profile(UserId user) {
        return ApiRequest.get("/_matrix/client/v3/profile/" + Percent.encode(user.value()));
    }

    /** @param since the position; empty for everything */
    public static ApiRequest sync(Optional<String> since, JsonObject filter, long timeoutMillis) {
        ApiRequest request = ApiRequest.get("/_matrix/client/v3/sync")
                .with("filter", filter.text())
                .with("timeout", String.valueOf(timeoutMillis));
        return since.map(position -> request.with("since", position)).orElse(request);
    }

    private static String path(RoomId room, String rest) {
        return ROOMS + Percent.encode(room.value()) + "/" + rest;
    }
}
