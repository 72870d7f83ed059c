package chat.pando.store;

import chat.pando.crypto.OlmSession;
import java.util.ArrayList;
import java.util.List;

/**
 * The Olm sessions with one other device, the best one first: the one that was begun last, or that last received
 * (F12). Few are kept; what falls off the end was not used for long.
 */
public record PeerSessions(List<OlmSession> sessions) {

    public static final PeerSessions NONE = new PeerSessions(List.of());

    private static final int KEPT = 8;

    public PeerSessions {
        sessions = List.copyOf(sessions);
    }

    public boolean isEmpty() {
        return sessions.isEmpty();
    }

    /** These, with a session that was begun or has received just now. */
    public PeerSessions withBest(OlmSession session) {
        List<OlmSession> next = new ArrayList<>();
        next.add(session);
        for (OlmSession other : sessions) {
            if (!other.id().equals(session.id()) && next.size() < KEPT) {
                next.add(other);
            }
        }
        return new PeerSessions(next);
    }

    /** These, without one that is of no use. */
    public PeerSessions without(OlmSession session) {
        return new PeerSessions(sessions.stream().filter(other -> !other.id().equals(session.id())).toList());
    }
}
