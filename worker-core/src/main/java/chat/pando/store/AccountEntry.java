package chat.pando.store;

import java.util.Objects;

/**
 * An account that is signed in in this browser profile. Holds no token and no sync position: those live only in the
 * account's own store, so that they vanish together with its keys.
 *
 * @param userId   the Matrix user id
 * @param server   the homeserver's base URL
 * @param lastUsed milliseconds since the epoch
 */
public record AccountEntry(String userId, String server, long lastUsed) {

    public AccountEntry {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(server);
    }

    public AccountEntry usedAt(long millis) {
        return new AccountEntry(userId, server, millis);
    }

    /** Without the user's name, which logs never hold. */
    @Override
    public String toString() {
        return "AccountEntry[last used " + lastUsed + "]";
    }
}
