package chat.pando.relay;

import chat.pando.relay.db.Database;
import chat.pando.relay.ids.ServerName;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What was decided when the database was made and never changes: its epoch and the name of its server. */
record Settings(String epoch, ServerName serverName) {

    private static final String DEFAULT_NAME = "localhost";

    /** Reads the settings or, the first time, decides them. A name other than the one decided is refused. */
    static Settings of(Database database, Optional<ServerName> wanted) {
        return database.write(handle -> {
            String epoch = decide(handle, "epoch", UUID.randomUUID().toString().replace("-", "").substring(0, 12)
                    .toLowerCase(Locale.ROOT));
            String name = decide(handle, "server_name", wanted.map(ServerName::value).orElse(DEFAULT_NAME));
            if (wanted.filter(other -> !other.value().equals(name)).isPresent()) {
                throw new StartFailure("This data belongs to the server name '" + name + "', which cannot change.");
            }
            return new Settings(epoch, new ServerName(name));
        });
    }

    private static String decide(Handle handle, String name, String value) {
        handle.execute("insert into settings (name, value) values (?, ?) on conflict do nothing", name, value);
        return handle.select("select value from settings where name = ?", name).mapTo(String.class).one();
    }
}
