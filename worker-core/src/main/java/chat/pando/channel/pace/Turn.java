package chat.pando.channel.pace;

import java.util.OptionalLong;

/**
 * The permission to send one message, once. Whoever has it says what came of it; where they can't, closing it says that
 * the message may have been sent.
 */
public final class Turn implements AutoCloseable {

    private final Pace pace;
    private final Place place;
    private final Grant grant;
    private boolean over;

    Turn(Pace pace, Place place, Grant grant) {
        this.pace = pace;
        this.place = place;
        this.grant = grant;
    }

    Place place() {
        return place;
    }

    Grant grant() {
        return grant;
    }

    /** The server has answered, and not that it was too much. */
    public void passed() {
        if (!over) {
            over = true;
            pace.passed(this);
        }
    }

    /** The server said that it was too much, and how long to wait, if it did. The room keeps its place. */
    public void refused(OptionalLong retryAfterMillis) {
        if (!over) {
            over = true;
            pace.refused(this, retryAfterMillis);
        }
    }

    /** Nothing was sent. The room keeps its place. */
    public void giveBack() {
        if (!over) {
            over = true;
            pace.returned(this);
        }
    }

    /** It is unknown whether the server has counted it; that it did is the safer belief. */
    @Override
    public void close() {
        if (!over) {
            over = true;
            pace.lost(this);
        }
    }
}
