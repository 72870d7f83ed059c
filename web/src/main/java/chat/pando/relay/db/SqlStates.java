package chat.pando.relay.db;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What PostgreSQL's error codes mean to the relay (PostgreSQL manual, appendix A). */
public final class SqlStates {

    private static final Set<String> RETRYABLE = Set.of("40001", "40P01");
    private static final Set<String> BAD_TEXT = Set.of("22021", "22P05");

    private SqlStates() {
    }

    /** Whether the transaction lost against another one and may simply run again. */
    public static boolean isRetryable(Throwable error) {
        return RETRYABLE.contains(state(error));
    }

    /** Whether a text was refused because PostgreSQL cannot store it, such as one with a NUL character. */
    public static boolean isBadText(Throwable error) {
        return BAD_TEXT.contains(state(error));
    }

    /** Whether every connection was busy for as long as one waits for it. */
    public static boolean isOverloaded(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static String state(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
