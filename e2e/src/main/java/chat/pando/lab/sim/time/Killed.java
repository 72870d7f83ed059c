package chat.pando.lab.sim.time;

/** The death of a simulated process, which each of its threads dies of: an error, so that the core catches it nowhere. */
public final class Killed extends Error {

    private static final long serialVersionUID = 1;

    public Killed() {
        super("killed", null, false, false);
    }
}
