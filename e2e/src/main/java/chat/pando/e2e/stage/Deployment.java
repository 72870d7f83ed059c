package chat.pando.e2e.stage;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web server with the site, on which new versions can be deployed: the same files, with another version in the URL of
 * the core's script, which is what makes a browser start another core.
 */
public final class Deployment implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js", "text/javascript",
            "css", "text/css", "json", "application/json", "svg", "image/svg+xml", "png", "image/png",
            "webmanifest", "application/manifest+json");
    private static final Pattern VERSION = Pattern.compile("data-core=\"([^\"]*)\"");

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String built;
    private volatile String version;
    private volatile Variation variation = Variation.NONE;

    public Deployment(Path site) throws IOException {
        folder = site;
        Matcher matcher = VERSION.matcher(Files.readString(site.resolve("index.html")));
        if (!matcher.find()) {
            throw new IOException("The site's page names no version of the core");
        }
        built = matcher.group(1);
        version = built;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** A page of the same site that is not Pando, to leave to. */
    public URI elsewhere() {
        return url().resolve("config.json");
    }

    /** The address of the core of the version that is deployed. */
    public String core() {
        return url().resolve("worker.js?v=" + version).toString();
    }

    /** From now on pages that are loaded belong to this version; 0 is the one that was built. */
    public void deploy(int number) {
        deploy(number, Variation.NONE);
    }

    /** The same with a core that is not as it should be: this script runs in its worker before it. */
    public void deploy(int number, String before) {
        deploy(number, Variation.ofCore(before));
    }

    /** The same with a site that is not as it was built. */
    public void deploy(int number, Variation different) {
        variation = different;
        version = number == 0 ? built : built + "-" + number;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().substring(1);
            Path file = folder.resolve(name.isEmpty() ? "index.html" : name).normalize();
            Variation different = variation;
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = different.read(file);
            if (file.endsWith("index.html")) {
                String page = new String(body, StandardCharsets.UTF_8);
                body = page.replace("data-core=\"" + built + '"', "data-core=\"" + version + '"')
                        .getBytes(StandardCharsets.UTF_8);
            }
            String extension = file.toString().substring(file.toString().lastIndexOf('.') + 1);
            exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, "text/plain"));
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
