package chat.pando.core;

import chat.pando.host.Log;

/** A log for tests, that only shows warnings. */
final class SilentLog implements Log {

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {
        System.err.println("warning: " + message);
    }
}
