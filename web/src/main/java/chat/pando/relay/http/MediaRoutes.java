package chat.pando.relay.http;

import chat.pando.relay.json.Json;
import chat.pando.relay.json.MatrixError;
import chat.pando.relay.media.Media;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Files: uploads, and downloads for those who are signed in (Client-Server API v1.11, "Content repository"). */
final class MediaRoutes {

    private static final Set<String> SHOWN_INLINE = Set.of("text/plain", "application/json", "image/jpeg", "image/gif",
            "image/png", "image/apng", "image/webp", "image/avif", "video/mp4", "video/webm", "video/ogg",
            "video/quicktime", "audio/mp4", "audio/webm", "audio/aac", "audio/mpeg", "audio/ogg", "audio/wave",
            "audio/wav", "audio/x-wav", "audio/x-pn-wav", "audio/flac", "audio/x-flac");
    private static final String FILE_POLICY = "sandbox; default-src 'none'; script-src 'none'; plugin-types "
            + "application/pdf; style-src 'unsafe-inline'; object-src 'self';";

    private final Media media;

    MediaRoutes(Media media) {
        this.media = media;
    }

    void addTo(Api api) {
        api.post("/_matrix/media/v3/upload", this::upload);
        api.post("/_matrix/media/r0/upload", this::upload);
        api.put("/_matrix/media/v3/upload/{serverName}/{mediaId}", this::fill);
        api.post("/_matrix/media/v1/create", call -> Json.object().put("content_uri", media.reserve(call.userId())));
        api.get("/_matrix/media/v3/config", call -> config());
        api.get("/v1/media/config", call -> config());
        api.raw(HandlerType.GET, "/v1/media/download/{serverName}/{mediaId}", this::download);
        api.raw(HandlerType.GET, "/v1/media/download/{serverName}/{mediaId}/{fileName}", this::download);
        // Nothing is scaled here: what was encrypted cannot be, and a larger picture than asked for is allowed.
        api.raw(HandlerType.GET, "/v1/media/thumbnail/{serverName}/{mediaId}", this::download);
        for (String legacy : new String[] {"download/{serverName}/{mediaId}",
            "download/{serverName}/{mediaId}/{fileName}", "thumbnail/{serverName}/{mediaId}"}) {
            // v1.11 lets a server keep files from those who carry no token; then they "do not exist".
            api.open(HandlerType.GET, "/_matrix/media/v3/" + legacy, call -> {
                throw MatrixError.notFound("Files are served by the authenticated endpoints");
            });
        }
    }

    private JsonNode upload(Call call) {
        byte[] bytes = call.bytes(Media.MAX_BYTES);
        return Json.object().put("content_uri",
                media.store(call.userId(), call.contentType(), call.query("filename"), bytes));
    }

    private JsonNode fill(Call call) {
        byte[] bytes = call.bytes(Media.MAX_BYTES);
        media.fill(call.userId(), call.path("serverName"), call.path("mediaId"), call.contentType(),
                call.query("filename"), bytes);
        return Json.object();
    }

    private static JsonNode config() {
        return Json.object().put("m.upload.size", Media.MAX_BYTES);
    }

    private void download(Call call, Context context) {
        Media.Stored stored = media.load(call.path("serverName"), call.path("mediaId"));
        String type = stored.contentType().split(";", 2)[0].trim();
        context.contentType(type.matches("[\\w.+-]+/[\\w.+-]+") ? type : "application/octet-stream")
                .header("Content-Security-Policy", FILE_POLICY)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .header("Content-Disposition", disposition(type, stored.fileName()))
                .result(stored.bytes().orElseThrow());
    }

    private static String disposition(String type, Optional<String> fileName) {
        String how = SHOWN_INLINE.contains(type) ? "inline" : "attachment";
        return fileName.map(name -> how + "; filename*=utf-8''"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")).orElse(how);
    }
}
