package chat.pando.core;

/**
 * How long tests wait for something that must happen before they say that it didn't: as long as it may take a busy machine,
 * for no test is decided by how fast one is.
 */
final class Patience {

    static final long MILLIS = 120_000;

    private Patience() {}
}
