package chat.pando.relay;

import chat.pando.relay.db.DatabaseAddress;
import chat.pando.relay.ids.ServerName;
import java.nio.file.Path;
import java.util.Optional;

/** A started server together with the database it brought along, if it did. */
record Running(Relay relay, Optional<EmbeddedDatabase> embedded) implements AutoCloseable {

    static Running on(DatabaseAddress address, Optional<ServerName> name, String host, int port) {
        return new Running(Relay.start(address, name, host, port), Optional.empty());
    }

    static Running embedded(Path data, Optional<ServerName> name, String host, int port) {
        EmbeddedDatabase database = EmbeddedDatabase.start(data);
        try {
            return new Running(Relay.start(database.address(), name, host, port), Optional.of(database));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    int port() {
        return relay.port();
    }

    @Override
    public void close() {
        relay.close();
        embedded.ifPresent(EmbeddedDatabase::close);
    }
}
