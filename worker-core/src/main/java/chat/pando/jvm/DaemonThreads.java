package chat.pando.jvm;

/** Threads that do not keep a JVM alive. An exception that escapes one goes to the JVM's handler for such. */
final class DaemonThreads {

    private DaemonThreads() {}

    static Thread named(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }
}
