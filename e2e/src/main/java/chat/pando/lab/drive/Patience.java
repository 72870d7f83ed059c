package chat.pando.lab.drive;

import java.time.Duration;

/**
 * How long to wait for something that must happen before saying that it didn't: as long as it may take a busy machine,
 * for no test is decided by how fast one is.
 */
public final class Patience {

    public static final Duration DURATION = Duration.ofMinutes(2);

    /** The same in milliseconds, as Playwright wants it. */
    public static final int MS = (int) DURATION.toMillis();

    /** For an answer of a browser's driver: longer, for what it is told to do may be to wait for something. */
    public static final Duration OF_DRIVERS = DURATION.plusMinutes(1);

    private Patience() {}
}
