package chat.pando.store;

import chat.pando.crypto.OutboundGroupSession;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The Megolm session with which we write to a room.
 *
 * @param createdAt    when it began
 * @param sending      requests that carry its key and are not settled yet
 * @param preparedFor  describes for which members and device lists everything was seen to; empty for none
 */
public record OutboundRoomKey(
        OutboundGroupSession session, long createdAt, Set<String> sending, String preparedFor) {

    public OutboundRoomKey {
        Objects.requireNonNull(session);
        sending = Collections.unmodifiableSet(new LinkedHashSet<>(sending));
        Objects.requireNonNull(preparedFor);
    }

    public static OutboundRoomKey begun(OutboundGroupSession session, long now) {
        return new OutboundRoomKey(session, now, Set.of(), "");
    }

    public OutboundRoomKey with(OutboundGroupSession next) {
        return new OutboundRoomKey(next, createdAt, sending, preparedFor);
    }

    public OutboundRoomKey sendingAlso(List<String> requests) {
        Set<String> all = new LinkedHashSet<>(sending);
        all.addAll(requests);
        return new OutboundRoomKey(session, createdAt, all, preparedFor);
    }

    public OutboundRoomKey sent(String request) {
        Set<String> rest = new LinkedHashSet<>(sending);
        rest.remove(request);
        return new OutboundRoomKey(session, createdAt, rest, preparedFor);
    }

    /** This, where of the requests only these are still under way. */
    public OutboundRoomKey sendingOnly(Set<String> requests) {
        return new OutboundRoomKey(session, createdAt, requests, preparedFor);
    }

    public OutboundRoomKey preparedFor(String description) {
        return new OutboundRoomKey(session, createdAt, sending, description);
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "OutboundRoomKey[next index " + session.messageIndex() + "]";
    }
}
