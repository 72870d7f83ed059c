package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line; where it is killed, as a process of its own. */
@Timeout(120)
class ServeTest {

    @TempDir
    private Path data;
    private final List<Process> started = new ArrayList<>();

    @Test
    void helpAndMistakesAreAnswered() {
        Ended help = run("--help");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("--database-url"));
        for (List<String> wrong : List.of(List.of("--bogus"), List.of("--port", "x"), List.of("--port", "99999"),
                List.of("--database-url", "mysql://x"), List.of("--server-name", "a b"))) {
            Ended ended = run(wrong.toArray(String[]::new));
            assertEquals(2, ended.code());
            assertEquals(1, ended.err().lines().count(), ended.err());
            assertEquals("", ended.out());
        }
    }

    @Test
    void whatPreventsTheStartIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            assertFails("Port", run("--port", Integer.toString(taken.getLocalPort()), "--database-url",
                    TestPostgres.freshDatabase().jdbcUrl()));
        }
        assertFails("database", run("--port", "0", "--database-url", "postgres://u:p@localhost:1/none"));
        assertFails("data directory", run("--port", "0", "--data", "/dev/null/data"));
    }

    @Test
    void aKilledServerLeavesNothingThatHindersTheNext() throws Exception {
        Process first = start("serve", "--port", "0", "--data", data.toString());
        String url = firstLine(first);
        assertTrue(url.matches("http://localhost:\\d+/"), url);
        assertEquals(200, new Client(url.substring(0, url.length() - 1)).get("/versions").status());
        first.destroyForcibly().waitFor();
        Process second = start("--port", "0", "--data", data.toString());
        assertTrue(firstLine(second).matches("http://localhost:\\d+/"));
        second.destroy();
        assertTrue(second.waitFor(30, TimeUnit.SECONDS));
        assertFalse(Files.exists(data.resolve("postgres/postmaster.pid")));
    }

    private static void assertFails(String about, Ended ended) {
        assertEquals(1, ended.code());
        assertEquals("", ended.out());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().contains(about), ended.err());
    }

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Pando.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    @AfterEach
    void endProcesses() {
        started.forEach(Process::destroy);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Pando.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    private static String firstLine(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = process.getInputStream().read(); c >= 0 && c != '\n'; c = process.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString().trim();
    }

    private record Ended(int code, String out, String err) {
    }
}
