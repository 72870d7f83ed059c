package chat.pando.relay;

import chat.pando.relay.db.DatabaseAddress;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A test of a relay of its own, on a database of its own. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
public abstract class RelayTest {

    protected final DatabaseAddress database = TestPostgres.freshDatabase();
    protected Relay relay;
    protected Client nobody;

    @BeforeAll
    void startRelay() {
        relay = startInstance();
        nobody = new Client(origin(relay));
    }

    @AfterAll
    void stopRelay() {
        relay.close();
    }

    /** Another instance on the same database. */
    protected Relay startInstance() {
        return Relay.start(database, Optional.empty(), "localhost", 0);
    }

    protected static String origin(Relay instance) {
        return "http://localhost:" + instance.port();
    }

    protected Client register(String name) {
        return nobody.as(nobody.post("{'username': '" + name + "', 'password': 'secret', "
                + "'auth': {'type': 'm.login.dummy'}}", "/v3/register").ok());
    }

    /** The same user on another device. */
    protected Client logIn(Client user) {
        return nobody.as(nobody.post("{'type': 'm.login.password', 'identifier': {'type': 'm.id.user', 'user': '"
                + user.userId() + "'}, 'password': 'secret'}", "/v3/login").ok());
    }
}
