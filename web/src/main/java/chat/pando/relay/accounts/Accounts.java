package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.RandomText;
import chat.pando.relay.ids.Requester;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/** Who has an account here, and how they come in and out. */
public final class Accounts {

    private static final int MAX_PASSWORD_CHARS = 512;
    private static final int MAX_DEVICE_ID_CHARS = 512;

    private final Database database;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Devices devices;
    private final ServerName server;
    private final Clock clock;

    public Accounts(Database database, Passwords passwords, Tokens tokens, Devices devices, ServerName server,
                    Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.tokens = tokens;
        this.devices = devices;
        this.server = server;
        this.clock = clock;
    }

    /** Refuses a user name that is malformed or taken. */
    public String requireAvailable(String localpart) {
        String userId = server.newUser(localpart);
        if (database.read(handle -> exists(handle, userId))) {
            throw inUse();
        }
        return userId;
    }

    /** Creates an account and, unless it is empty, signs in the device. */
    public ObjectNode register(String userId, String password, Optional<SignIn> signIn) {
        requireAcceptable(password);
        String hash = passwords.hash(password);
        return database.write(handle -> {
            String name = userId.substring(1, userId.indexOf(':'));
            int created = handle.execute("insert into users (user_id, password, display_name, created_at) "
                    + "values (?, ?, ?, ?) on conflict do nothing", userId, hash, name, clock.millis());
            if (created == 0) {
                throw inUse();
            }
            return signIn.map(wanted -> open(handle, userId, wanted))
                    .orElseGet(() -> Json.object().put("user_id", userId).put("home_server", server.value()));
        });
    }

    /** Signs a user in on a new device, or anew on one it has. */
    public ObjectNode logIn(String typedUser, String password, SignIn wanted) {
        Optional<String> userId = server.user(typedUser);
        Optional<String> stored = userId.flatMap(id -> database.read(handle -> handle.select(
                "select password from users where user_id = ?", id).mapTo(String.class).findOne()));
        if (stored.isEmpty()) {
            passwords.refuseSlowly(password);
            throw MatrixError.forbidden("Invalid username or password");
        }
        if (!passwords.matches(password, stored.get())) {
            throw MatrixError.forbidden("Invalid username or password");
        }
        return database.write(handle -> open(handle, userId.orElseThrow(), wanted));
    }

    /** Changes a password; the other devices are signed out unless that is declined. */
    public void changePassword(Requester requester, String password, boolean logOutOthers) {
        requireAcceptable(password);
        String hash = passwords.hash(password);
        database.change(handle -> {
            handle.execute("update users set password = ? where user_id = ?", hash, requester.userId());
            if (logOutOthers) {
                devices.remove(handle, requester.userId(), devices.others(handle, requester));
            }
        });
    }

    public void logOut(Requester requester) {
        database.change(handle -> devices.remove(handle, requester.userId(), List.of(requester.deviceId())));
    }

    public void logOutEverywhere(String userId) {
        database.change(handle -> devices.remove(handle, userId, devices.ids(handle, userId)));
    }

    /** Refuses what is no user id ({@code M_INVALID_PARAM}) or no user here ({@code M_NOT_FOUND}). */
    public static void requireExists(Handle handle, String userId) {
        if (!userId.startsWith("@") || userId.indexOf(':') < 0) {
            throw MatrixError.invalidParam("Not a user id");
        }
        if (!exists(handle, userId)) {
            throw MatrixError.notFound("No such user");
        }
    }

    private static boolean exists(Handle handle, String userId) {
        return handle.select("select 1 from users where user_id = ?", userId).mapTo(Integer.class).findOne()
                .isPresent();
    }

    private ObjectNode open(Handle handle, String userId, SignIn wanted) {
        String deviceId = wanted.deviceId().orElseGet(() -> RandomText.letters(10));
        if (deviceId.isEmpty() || deviceId.length() > MAX_DEVICE_ID_CHARS) {
            throw MatrixError.invalidParam("Not a device id");
        }
        Requester requester = new Requester(userId, deviceId);
        handle.execute("insert into devices (user_id, device_id, display_name, last_seen_at, last_seen_ip) "
                        + "values (?, ?, ?, ?, ?) on conflict (user_id, device_id) do update "
                        + "set last_seen_at = excluded.last_seen_at, last_seen_ip = excluded.last_seen_ip",
                userId, deviceId, wanted.displayName().orElse(null), clock.millis(), wanted.address());
        Tokens.revoke(handle, requester);
        return tokens.issue(handle, requester, wanted.refreshable()).put("user_id", userId)
                .put("device_id", deviceId).put("home_server", server.value());
    }

    private static void requireAcceptable(String password) {
        if (password.isEmpty()) {
            throw new MatrixError(400, "M_WEAK_PASSWORD", "The password is empty");
        }
        if (password.length() > MAX_PASSWORD_CHARS) {
            throw MatrixError.invalidParam("The password is too long");
        }
    }

    private static MatrixError inUse() {
        return new MatrixError(400, "M_USER_IN_USE", "User ID already taken");
    }
}
