package chat.pando.relay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MediaTest extends RelayTest {

    private Client ann;
    private Client ben;

    @BeforeAll
    void registerUsers() {
        ann = register("ann");
        ben = register("ben");
    }

    @Test
    void aFileComesBackAsItWas() {
        byte[] file = new byte[300_000];
        new Random(1).nextBytes(file);
        String address = ann.upload(file, "application/octet-stream", "//_matrix/media/v3/upload?filename={}",
                "a b.bin").ok().path("content_uri").asString();
        assertTrue(address.startsWith("mxc://localhost/"));
        String id = address.substring("mxc://localhost/".length());
        Answer download = ben.get("/v1/media/download/localhost/{}", id);
        assertArrayEquals(file, download.response().body());
        assertEquals("attachment; filename*=utf-8''a%20b.bin", download.header("Content-Disposition"));
        assertTrue(download.header("Content-Security-Policy").startsWith("sandbox"));
        assertArrayEquals(file, ben.get("/v1/media/thumbnail/localhost/{}?width=9&height=9", id).response().body());
        nobody.get("/v1/media/download/localhost/{}", id).refused(401, "M_MISSING_TOKEN");
        nobody.get("//_matrix/media/v3/download/localhost/{}", id).refused(404, "M_NOT_FOUND");
        ben.get("/v1/media/download/elsewhere/{}", id).refused(404, "M_NOT_FOUND");
        ben.get("/v1/media/download/localhost/none").refused(404, "M_NOT_FOUND");
    }

    @Test
    void anAddressCanBeMadeFirstAndFilledOnce() {
        String address = ann.post("", "//_matrix/media/v1/create").ok().path("content_uri").asString();
        String id = address.substring("mxc://localhost/".length());
        ben.get("/v1/media/download/localhost/{}", id).refused(504, "M_NOT_YET_UPLOADED");
        String target = "//_matrix/media/v3/upload/localhost/{}";
        ben.put("x", target, id).refused(403, "M_FORBIDDEN");
        ann.put("x", target, id).ok();
        ann.put("y", target, id).refused(409, "M_CANNOT_OVERWRITE_MEDIA");
        assertEquals("x", ben.get("/v1/media/download/localhost/{}", id).text());
    }

    @Test
    void aPageIsNeverShownAsOne() {
        String address = ann.upload("<script>".getBytes(), "text/html", "//_matrix/media/v3/upload").ok()
                .path("content_uri").asString();
        Answer download = ben.get("/v1/media/download/localhost/{}", address.substring("mxc://localhost/".length()));
        assertEquals("attachment", download.header("Content-Disposition"));
        assertEquals("nosniff", download.header("X-Content-Type-Options"));
    }

    @Test
    void theLimitIsToldAndKept() {
        int limit = ann.get("/v1/media/config").ok().path("m.upload.size").intValue();
        ann.upload(new byte[limit + 1], "application/octet-stream", "//_matrix/media/v3/upload")
                .refused(413, "M_TOO_LARGE");
    }
}
