package chat.pando.lab.sim.server;

/** What the network does to a request. */
public enum Fault {
    NONE,
    /** It takes seconds. */
    SLOW,
    /** The request never arrives. */
    DROPPED,
    /** The server carries it out, and the answer never arrives. */
    ANSWER_LOST,
    /** It arrives a second time, later. */
    REPEATED,
    /** The server has trouble. */
    TROUBLE,
    /** Something before the server has trouble. */
    BAD_GATEWAY,
    /** The server asks to wait. */
    RATE_LIMITED,
    /** Nothing is ever heard of it. */
    SILENCE
}
