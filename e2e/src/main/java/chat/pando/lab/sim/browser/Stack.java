package chat.pando.lab.sim.browser;

/** An exception in one line: what, and where it came from. */
final class Stack {

    private static final int FRAMES = 6;

    private Stack() {}

    static String of(Throwable failure) {
        StringBuilder line = new StringBuilder(failure.getClass().getName());
        StackTraceElement[] frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            line.append(i == 0 ? " at " : " < ")
                    .append(frames[i].getFileName())
                    .append(':')
                    .append(frames[i].getLineNumber());
        }
        return line.toString();
    }
}
