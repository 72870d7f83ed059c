package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.relay.ids.ServerName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

@Timeout(120)
class EmbeddedDatabaseTest {

    @TempDir
    private Path data;

    @Test
    void dataIsStillThereAfterARestart() throws Exception {
        ObjectNode login;
        String room;
        try (Running first = start(Optional.of(new ServerName("grove.example")))) {
            Client nobody = new Client("http://localhost:" + first.port());
            login = nobody.post("{'username': 'ann', 'password': 'p', 'auth': {'type': 'm.login.dummy'}}",
                    "/v3/register").ok();
            room = nobody.as(login).createRoom("{'name': 'Kept'}");
            StartFailure second = assertThrows(StartFailure.class, () -> start(Optional.empty()));
            assertTrue(second.getMessage().startsWith("Another pando already runs"), second.getMessage());
            assertThrows(SQLException.class, () -> DriverManager.getConnection(
                    first.embedded().orElseThrow().address().jdbcUrl().replaceFirst("password=.*", "password=guess")));
        }
        assertThrows(StartFailure.class, () -> start(Optional.of(new ServerName("other.example"))));
        try (Running second = start(Optional.empty())) {
            Client ann = new Client("http://localhost:" + second.port()).as(login);
            assertEquals("@ann:grove.example", ann.get("/v3/account/whoami").ok().path("user_id").asString());
            assertEquals("Kept", ann.get("/v3/rooms/{}/state/m.room.name", room).ok().path("name").asString());
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        StartFailure failure = assertThrows(StartFailure.class, () -> EmbeddedDatabase.start(file));
        assertTrue(failure.getMessage().contains(file.toString()), failure.getMessage());
    }

    private Running start(Optional<ServerName> name) {
        return Running.embedded(data.resolve("pando"), name, "localhost", 0);
    }
}
