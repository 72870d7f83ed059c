package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.relay.json.Json;
import org.junit.jupiter.api.Test;

/** The static files, of which the tests have a few of their own under /site. */
class SiteTest extends RelayTest {

    @Test
    void theSiteIsServedBesideTheApi() {
        Answer index = nobody.get("//");
        assertEquals(200, index.status());
        assertEquals("text/html;charset=utf-8", index.header("Content-Type").replace(" ", ""));
        assertEquals("no-cache", index.header("Cache-Control"));
        assertEquals("nosniff", index.header("X-Content-Type-Options"));
        assertEquals(index.text(), nobody.get("//index.html").text());
        assertTrue(nobody.get("//probe/style.css").header("Content-Type").startsWith("text/css"));
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        String etag = nobody.get("//index.html").header("ETag");
        Answer again = nobody.send(nobody.request("//index.html").header("If-None-Match", etag).GET());
        assertEquals(304, again.status());
        assertEquals("", again.text());
    }

    @Test
    void theServedClientTakesItsOriginForItsHomeserver() {
        assertEquals("/", Json.stored(nobody.get("//config.json").text()).path("homeserver").asString());
        assertEquals(nobody.get("//.well-known/matrix/client").ok().at("/m.homeserver/base_url").asString(),
                origin(relay));
    }

    @Test
    void nothingElseIsServed() {
        for (String path : new String[] {"//none.html", "//../pom.xml", "//%2e%2e/chat", "//probe", "//probe/",
            "//probe/..%2findex.html", "//chat/pando/relay/Relay.class", "//probe//style.css"}) {
            Answer answer = nobody.get(path);
            assertTrue(answer.status() == 404 || answer.status() == 400, () -> path + " " + answer.status());
        }
        assertEquals(404, nobody.post("", "//index.html").status());
    }
}
