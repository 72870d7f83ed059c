package chat.pando.host;

/**
 * A thread of a simulation, of which one runs at a time: instead of waiting on a monitor it hands its turn on.
 *
 * <p>So the order in which threads go on is the simulation's choice, and the same choices make the same run.
 */
public interface Stepped {

    /** Called by this thread: lets others run until it may go on and its turn has come, or for a shorter time. */
    void pause();

    /** Called by any thread of the simulation: this one may go on when its turn comes. */
    void goOn();
}
