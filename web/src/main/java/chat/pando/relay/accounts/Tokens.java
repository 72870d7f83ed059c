package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.RandomText;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Access and refresh tokens: 256 random bits each, stored hashed (Client-Server API, "Refreshing access tokens"). */
public final class Tokens {

    private static final Duration REFRESHABLE_LIFETIME = Duration.ofHours(1);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);
    private static final int TOKEN_BYTES = 32;

    private final Database database;
    private final Clock clock;

    public Tokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose access token that is, or {@code M_UNKNOWN_TOKEN}. */
    public Requester requester(String token, String address) {
        byte[] hash = TokenHash.of(token);
        Stored stored = database.read(handle -> find(handle, hash)).orElseThrow(() -> unknown(false));
        long now = clock.millis();
        if (stored.expiresAt().isPresent() && stored.expiresAt().get() <= now) {
            throw unknown(true);
        }
        if (stored.replaces().isPresent()) {
            database.change(handle -> retire(handle, hash, stored.replaces().get()));
        }
        if (now - stored.seenAt() > SEEN_EVERY.toMillis()) {
            database.change(handle -> handle.execute("update devices set last_seen_at = ?, last_seen_ip = ? "
                    + "where user_id = ? and device_id = ?", now, address, stored.userId(), stored.deviceId()));
        }
        return new Requester(stored.userId(), stored.deviceId());
    }

    /** Issues tokens for a device; with a refresh token the access token expires. */
    ObjectNode issue(Handle handle, Requester requester, boolean refreshable) {
        return issue(handle, requester, refreshable, null);
    }

    /** Exchanges a refresh token for a new pair. */
    public ObjectNode refresh(String refreshToken) {
        byte[] hash = TokenHash.of(refreshToken);
        return database.write(handle -> {
            Requester requester = handle.select(
                            "select user_id, device_id from refresh_tokens where hash = ? for update", hash)
                    .map((row, context) -> new Requester(row.getString(1), row.getString(2))).findOne()
                    .orElseThrow(() -> unknown(false));
            return issue(handle, requester, true, hash);
        });
    }

    /** Ends every token of a device. */
    static void revoke(Handle handle, Requester requester) {
        handle.execute("delete from access_tokens where user_id = ? and device_id = ?", requester.userId(),
                requester.deviceId());
        handle.execute("delete from refresh_tokens where user_id = ? and device_id = ?", requester.userId(),
                requester.deviceId());
    }

    private ObjectNode issue(Handle handle, Requester requester, boolean refreshable, byte[] replaces) {
        String access = "pat_" + RandomText.urlSafe(TOKEN_BYTES);
        ObjectNode answer = Json.object().put("access_token", access);
        byte[] refreshHash = null;
        Long expiresAt = null;
        if (refreshable) {
            String refresh = "prt_" + RandomText.urlSafe(TOKEN_BYTES);
            refreshHash = TokenHash.of(refresh);
            expiresAt = clock.millis() + REFRESHABLE_LIFETIME.toMillis();
            answer.put("refresh_token", refresh).put("expires_in_ms", REFRESHABLE_LIFETIME.toMillis());
            handle.execute("insert into refresh_tokens (hash, user_id, device_id) values (?, ?, ?)", refreshHash,
                    requester.userId(), requester.deviceId());
        }
        handle.execute("insert into access_tokens (hash, user_id, device_id, expires_at, refresh, replaces) "
                        + "values (?, ?, ?, ?, ?, ?)", TokenHash.of(access), requester.userId(), requester.deviceId(),
                expiresAt, refreshHash, replaces);
        return answer;
    }

    private static void retire(Handle handle, byte[] used, byte[] replaced) {
        handle.execute("delete from refresh_tokens where hash = ?", (Object) replaced);
        handle.execute("delete from access_tokens where refresh = ? or (replaces = ? and hash <> ?)", replaced,
                replaced, used);
        handle.execute("update access_tokens set replaces = null where hash = ?", (Object) used);
    }

    private static Optional<Stored> find(Handle handle, byte[] hash) {
        return handle.select("select user_id, device_id, expires_at, replaces, last_seen_at "
                        + "from access_tokens join devices using (user_id, device_id) where hash = ?", (Object) hash)
                .map((row, context) -> new Stored(row.getString(1), row.getString(2),
                        Optional.ofNullable(row.getObject(3, Long.class)), Optional.ofNullable(row.getBytes(4)),
                        row.getLong(5)))
                .findOne();
    }

    private static MatrixError unknown(boolean isExpired) {
        return new MatrixError(401, Json.object().put("errcode", "M_UNKNOWN_TOKEN")
                .put("error", isExpired ? "Access token has expired" : "Unknown token").put("soft_logout", isExpired));
    }

    private record Stored(String userId, String deviceId, Optional<Long> expiresAt, Optional<byte[]> replaces,
                          long seenAt) {
    }
}
