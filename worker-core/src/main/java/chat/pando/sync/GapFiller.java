package chat.pando.sync;

import chat.pando.host.Log;
import chat.pando.host.Signal;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Courier;
import chat.pando.matrix.RoomRequests;
import chat.pando.store.GapRow;
import java.util.Optional;

/**
 * The worker that fetches what limited sync responses left out: page after page backwards, until it meets what is known.
 *
 * <p>A gap is a stored row; each page moves it and stores its events in one change. So it goes on after a crash.
 */
public final class GapFiller implements Runnable {

    /** How many events a page has at most. */
    public static final int PAGE = 100;

    /** The gaps, and what to do with a page. */
    public interface Gaps {

        /** The gap to work on next. */
        Optional<GapRow> next();

        /** Stores a page of earlier events, newest first, and moves or closes the gap. */
        void fill(GapRow gap, JsonObject page);

        /** Closes a gap whose events can't be had. */
        void giveUp(GapRow gap);
    }

    private final Courier courier;
    private final Gaps gaps;
    private final Signal wake;
    private final Log log;

    /** @param wake raised when there may be a new gap */
    public GapFiller(Courier courier, Gaps gaps, Signal wake, Log log) {
        this.courier = courier;
        this.gaps = gaps;
        this.wake = wake;
        this.log = log;
    }

    /** Runs until {@link Ended} is thrown. */
    @Override
    public void run() {
        while (true) {
            Optional<GapRow> gap = gaps.next();
            if (gap.isPresent()) {
                fetch(gap.get());
            } else {
                wake.await();
            }
        }
    }

    private void fetch(GapRow gap) {
        Answer answer = courier.deliver(RoomRequests.messagesBefore(gap.room(), gap.from(), PAGE), () -> {});
        if (answer instanceof Answer.Ok ok) {
            gaps.fill(gap, ok.body());
        } else {
            log.warn("the server refuses to give the events of a gap");
            gaps.giveUp(gap);
        }
    }
}
