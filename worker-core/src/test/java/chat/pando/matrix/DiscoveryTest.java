package chat.pando.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.pando.host.Abort;
import chat.pando.host.Http;
import chat.pando.host.HttpFailure;
import chat.pando.host.HttpRequest;
import chat.pando.host.HttpResponse;
import chat.pando.jvm.NanoJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a homeserver is found, and what is said where there is none. */
class DiscoveryTest {

    private static final String VERSIONS = "/_matrix/client/versions";
    private static final String WELL_KNOWN = "/.well-known/matrix/client";

    private final Map<String, HttpResponse> web = new LinkedHashMap<>();

    @Test
    void aServerNameIsAskedWhereItsHomeserverIs() {
        answers("https://example.org" + WELL_KNOWN, 200, "{\"m.homeserver\":{\"base_url\":\"https://m.example.org/\"}}");
        answers("https://example.org" + VERSIONS, 404, "<html>no such page</html>");
        homeserver("https://m.example.org");
        assertFound("https://m.example.org", "example.org");
        assertFound("https://m.example.org", " https://example.org/ ");
    }

    @Test
    void aServerThatIsItsOwnHomeserverNeedsNoWellKnown() {
        answers("https://example.org" + WELL_KNOWN, 404, "");
        homeserver("https://example.org");
        assertFound("https://example.org", "example.org");
    }

    @Test
    void aUrlIsTakenAsItIs() {
        homeserver("http://localhost:8018");
        assertFound("http://localhost:8018", "http://localhost:8018/");
    }

    @Test
    void aLoopbackNameIsTriedWithoutEncryption() {
        homeserver("http://localhost:8018");
        assertFound("http://localhost:8018", "localhost:8018");
    }

    @Test
    void whatIsNoAddressIsNotSearchedFor() {
        for (String typed : new String[] {"", " ", "two words", "@alice:example.org", "a?b"}) {
            assertInstanceOf(Discovery.Result.Malformed.class, find(typed));
        }
    }

    @Test
    void aSiteWithoutAHomeserverIsNamedAsSuch() {
        answers("https://example.org" + VERSIONS, 200, "<html>welcome</html>");
        answers("https://example.org" + WELL_KNOWN, 200, "<html>welcome</html>");
        assertInstanceOf(Discovery.Result.NotMatrix.class, find("example.org"));
    }

    @Test
    void aBrokenWellKnownLeadsNowhereButToTheNameItself() {
        answers("https://example.org" + WELL_KNOWN, 200, "{\"m.homeserver\":{\"base_url\":\"javascript:alert(1)\"}}");
        homeserver("https://example.org");
        assertFound("https://example.org", "example.org");
    }

    @Test
    void aServerInTroubleIsNotTakenForNone() {
        answers("https://example.org" + VERSIONS, 502, "<html>bad gateway</html>");
        Discovery.Result result = find("example.org");
        assertEquals(502, assertInstanceOf(Discovery.Result.Troubled.class, result).error().status());
    }

    @Test
    void silenceIsSilence() {
        assertInstanceOf(Discovery.Result.Unreachable.class, find("example.org"));
    }

    private void homeserver(String baseUrl) {
        answers(baseUrl + VERSIONS, 200, "{\"versions\":[\"v1.11\"]}");
    }

    private void answers(String url, int status, String body) {
        web.put(url, new HttpResponse(status, Map.of(), body));
    }

    private void assertFound(String baseUrl, String typed) {
        Discovery.Result result = find(typed);
        assertEquals(
                baseUrl,
                assertInstanceOf(Discovery.Result.Found.class, result).homeserver().baseUrl());
    }

    private Discovery.Result find(String typed) {
        Http http = this::send;
        return new Discovery(http, new NanoJson()).find(typed);
    }

    private HttpResponse send(HttpRequest request, Abort abort) throws HttpFailure {
        HttpResponse response = web.get(request.url());
        if (response == null) {
            throw new HttpFailure(HttpFailure.Cause.UNREACHABLE);
        }
        return response;
    }
}
