package chat.pando.jvm;

import chat.pando.host.Log;

/** The JVM's own logging, under the name {@code pando}. */
public final class JvmLog implements Log {

    private final System.Logger logger = System.getLogger("pando");

    @Override
    public void info(String message) {
        logger.log(System.Logger.Level.INFO, message);
    }

    @Override
    public void warn(String message) {
        logger.log(System.Logger.Level.WARNING, message);
    }
}
