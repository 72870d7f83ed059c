package chat.pando.e2e.peer;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The accessibility rules of axe-core, run in a page. */
public final class Axe {

    private static final String RUN = "async () => (await axe.run(document, {resultTypes: ['violations']})).violations"
            + ".map(found => found.id + ' (' + found.help + '): '"
            + " + found.nodes.map(node => node.target.join(' ')).join(', '))";

    private final String rules;

    private Axe(String rules) {
        this.rules = rules;
    }

    public static Axe installed() {
        try {
            return new Axe(Files.readString(NpmPackage.installed("axe").resolve("node_modules/axe-core/axe.min.js")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What breaks a rule, as the page is now. */
    @SuppressWarnings("unchecked")
    public List<String> faults(Page page) {
        page.evaluate(rules);
        return (List<String>) page.evaluate(RUN);
    }
}
