package chat.pando.jvm;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that do not keep a JVM alive. An exception that escapes one goes to the JVM's handler for such. */
final class DaemonThreads {

    private DaemonThreads() {}

    static Thread named(String name, Runnable action) {
        Thread thread = new Thread(action, name);
        thread.setDaemon(true);
        return thread;
    }

    /** A thread for one action after the other, which rests when nothing comes. */
    static Executor inOrder(String name) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), action -> named(name, action));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
