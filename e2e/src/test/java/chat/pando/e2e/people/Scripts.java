package chat.pando.e2e.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Scripts that tests run in a page, from this package's resources. */
final class Scripts {

    private Scripts() {}

    static String read(String name) {
        try (InputStream script = Scripts.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
