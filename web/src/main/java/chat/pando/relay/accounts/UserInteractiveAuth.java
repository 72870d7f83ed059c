package chat.pando.relay.accounts;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.RandomText;
import chat.pando.relay.ids.ServerName;
import chat.pando.relay.json.Fields;
import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** User-interactive authentication: what must be confirmed first is answered 401 with what would confirm it. */
public final class UserInteractiveAuth {

    public static final String DUMMY = "m.login.dummy";
    public static final String PASSWORD = "m.login.password";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final Database database;
    private final Passwords passwords;
    private final ServerName server;
    private final Clock clock;

    public UserInteractiveAuth(Database database, Passwords passwords, ServerName server, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.server = server;
        this.clock = clock;
    }

    /** Lets a registration through once it carries the dummy stage. */
    public void requireDummy(ObjectNode body) {
        ObjectNode auth = Fields.object(body, "auth").orElseThrow(() -> challenge(DUMMY, Optional.empty()));
        checkSession(auth, DUMMY);
        if (!auth.path("type").asString("").equals(DUMMY)) {
            throw challenge(DUMMY, Optional.of(new MatrixError(401, "M_UNRECOGNIZED", "Unknown stage")));
        }
    }

    /** Lets a request through once it carries that user's password. */
    public void requirePassword(ObjectNode body, String userId) {
        ObjectNode auth = Fields.object(body, "auth").orElseThrow(() -> challenge(PASSWORD, Optional.empty()));
        checkSession(auth, PASSWORD);
        if (!auth.path("type").asString("").equals(PASSWORD)) {
            throw challenge(PASSWORD, Optional.of(new MatrixError(401, "M_UNRECOGNIZED", "Unknown stage")));
        }
        boolean isSame = typedUser(auth).flatMap(server::user).filter(userId::equals).isPresent();
        String password = Fields.text(auth, "password").orElse("");
        if (!isSame || !passwords.matches(password, storedPassword(userId))) {
            throw challenge(PASSWORD, Optional.of(MatrixError.forbidden("Invalid password")));
        }
    }

    private static Optional<String> typedUser(ObjectNode auth) {
        return Fields.object(auth, "identifier").flatMap(identifier -> Fields.text(identifier, "user"))
                .or(() -> Fields.text(auth, "user"));
    }

    private String storedPassword(String userId) {
        return database.read(handle -> handle.select("select password from users where user_id = ?", userId)
                .mapTo(String.class).one());
    }

    private void checkSession(ObjectNode auth, String purpose) {
        Optional<String> session = Fields.text(auth, "session");
        boolean isKnown = session.isEmpty() || database.read(handle -> handle.select(
                        "select count(*) from ui_auth_sessions where session = ? and purpose = ? and created_at > ?",
                        session.get(), purpose, clock.millis() - LIFETIME.toMillis()).mapTo(Long.class).one()) > 0;
        if (!isKnown) {
            throw MatrixError.unknown("Unknown session");
        }
    }

    private MatrixError challenge(String stage, Optional<MatrixError> because) {
        String session = RandomText.urlSafe(18);
        long now = clock.millis();
        database.change(handle -> {
            handle.execute("delete from ui_auth_sessions where created_at < ?", now - LIFETIME.toMillis());
            handle.execute("insert into ui_auth_sessions (session, purpose, created_at) values (?, ?, ?)", session,
                    stage, now);
        });
        ObjectNode body = Json.object().put("session", session);
        body.putObject("params");
        body.putArray("completed");
        body.putArray("flows").addObject().putArray("stages").add(stage);
        because.ifPresent(error -> body.setAll(error.body()));
        return new MatrixError(401, body);
    }
}
