package chat.pando.e2e.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The text of a script that is run in a page. */
public final class PageScript {

    private PageScript() {}

    /** What stands in the resource of that name beside a class. */
    public static String beside(Class<?> user, String name) {
        try (InputStream script = user.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
