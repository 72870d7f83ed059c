package chat.pando.relay.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The client's files, which lie in the jar under {@code /site}. */
final class StaticSite {

    private static final String INDEX = "index.html";
    private static final String CONFIG = "config.json";
    private static final String CONTENT_SECURITY_POLICY = "frame-ancestors 'none'";
    /** Makes the client take the server it came from for its homeserver. */
    private static final byte[] OWN_CONFIG = "{\"homeserver\": \"/\"}\n".getBytes(StandardCharsets.UTF_8);

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("json", "application/json"),
            Map.entry("map", "application/json"), Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"),
            Map.entry("webp", "image/webp"), Map.entry("woff2", "font/woff2"), Map.entry("wasm", "application/wasm"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Map<String, Optional<Page>> pages = new ConcurrentHashMap<>();

    /** Answers with a file of the site; false when there is none of that name. */
    boolean serve(Context context) {
        String name = context.path().substring(1);
        Optional<Page> page = find(name.isEmpty() ? INDEX : name);
        page.ifPresent(found -> send(context, found));
        return page.isPresent();
    }

    private static void send(Context context, Page page) {
        context.header("Cache-Control", "no-cache").header("ETag", page.etag())
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY).contentType(page.type());
        if (page.etag().equals(context.header("If-None-Match"))) {
            context.status(304);
        } else {
            context.result(page.bytes());
        }
    }

    private Optional<Page> find(String name) {
        if (name.contains("..") || name.contains("//") || name.contains("\\") || name.endsWith("/")) {
            return Optional.empty();
        }
        Optional<Page> known = pages.get(name);
        if (known != null) {
            return known;
        }
        Optional<Page> page = name.equals(CONFIG) ? Optional.of(page(name, OWN_CONFIG)) : load(name);
        page.ifPresent(found -> pages.put(name, page));
        return page;
    }

    private static Optional<Page> load(String name) {
        if (!name.contains(".")) {
            return Optional.empty();
        }
        try (InputStream stream = StaticSite.class.getResourceAsStream("/site/" + name)) {
            return stream == null ? Optional.empty() : Optional.of(page(name, stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page page(String name, byte[] bytes) {
        String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return new Page(type, etag(bytes), bytes);
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Page(String type, String etag, byte[] bytes) {
    }
}
