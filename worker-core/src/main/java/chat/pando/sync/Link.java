package chat.pando.sync;

import java.util.OptionalLong;

/**
 * How an account stands with its homeserver.
 *
 * @param retryAt when the next attempt is due, ms since the epoch, while it waits for that
 */
public record Link(State state, OptionalLong retryAt, Trouble trouble) {

    /** The states of a link. */
    public enum State {
        CONNECTING,
        ONLINE,
        OFFLINE,
        WAITING,
        SIGNED_OUT,
        STOPPED
    }

    public static final Link CONNECTING = new Link(State.CONNECTING, OptionalLong.empty(), Trouble.NONE);
    public static final Link ONLINE = new Link(State.ONLINE, OptionalLong.empty(), Trouble.NONE);

    static Link noNetwork(long probeAt) {
        return new Link(State.OFFLINE, OptionalLong.of(probeAt), Trouble.NO_NETWORK);
    }

    static Link retrying(Trouble trouble, long at) {
        State state = trouble == Trouble.UNREACHABLE ? State.OFFLINE : State.WAITING;
        return new Link(state, OptionalLong.of(at), trouble);
    }

    public static Link ended(Trouble trouble) {
        boolean signedOut = trouble == Trouble.SIGNED_OUT || trouble == Trouble.SESSION_EXPIRED;
        State state = signedOut ? State.SIGNED_OUT : State.STOPPED;
        return new Link(state, OptionalLong.empty(), trouble);
    }

    /** Whether nothing more will happen on this link. */
    public boolean over() {
        return state == State.SIGNED_OUT || state == State.STOPPED;
    }
}
