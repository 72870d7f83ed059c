package chat.pando.tab.link;

/** How the line to the core stands. */
public enum LinkState {
    /** The first hello is said; its answer is due. */
    STARTING,
    /** The core hasn't answered in time; it is asked again by itself. */
    SLOW,
    /** The core's script can't be loaded; that is tried again by itself. */
    UNLOADABLE,
    /** The core is opening the account. */
    OPENING,
    /** That takes long: another core still holds the account. */
    HELD,
    /** The core answers. */
    LIVE,
    /** The core has handed over to one of another version, to which the tab changes. */
    MOVING,
    /** The core died; a new one is being started. */
    LOST,
    /** The core speaks another version: only a reload helps. */
    INCOMPATIBLE,
    /** The page sleeps, or is in the back/forward cache. */
    PAUSED
}
