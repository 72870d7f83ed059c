package chat.pando.tab.page;

import chat.pando.browser.BrowserJson;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import java.util.function.Consumer;
import org.teavm.jso.ajax.XMLHttpRequest;
import org.teavm.jso.browser.Location;

/**
 * What the people who run the site have set in {@code config.json}.
 *
 * @param homeserver what the sign-in screen proposes
 */
public record SiteConfig(String homeserver) {

    private static final String FILE = "config.json";

    /** Reads the file; where there is none, or it is broken, the server that serves the page is proposed. */
    public static void load(Consumer<SiteConfig> whenLoaded) {
        XMLHttpRequest request = new XMLHttpRequest();
        request.open("GET", FILE);
        request.onComplete(() -> whenLoaded.accept(read(request.getStatus() == 200 ? request.getResponseText() : "")));
        request.send();
    }

    private static SiteConfig read(String text) {
        try {
            return new BrowserJson().parse(text) instanceof JsonObject config
                    ? new SiteConfig(absolute(config.string("homeserver").orElse("/")))
                    : new SiteConfig(absolute("/"));
        } catch (JsonSyntaxException broken) {
            return new SiteConfig(absolute("/"));
        }
    }

    /** "/" means the origin that serves the page. */
    private static String absolute(String homeserver) {
        Location here = Location.current();
        return homeserver.equals("/") ? here.getProtocol() + "//" + here.getHost() : homeserver;
    }
}
