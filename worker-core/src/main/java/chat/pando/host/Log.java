package chat.pando.host;

/**
 * Diagnostics for people who run Pando.
 *
 * <p>Callers pass fixed words and numbers. Never content, keys, tokens, user or room names, nor an exception's message
 * that might quote them.
 */
public interface Log {

    void info(String message);

    void warn(String message);
}
