package chat.pando.lab.drive.webkit;

import chat.pando.lab.drive.Ability;
import chat.pando.lab.drive.Browser;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.ProcessFamily;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A MiniBrowser with windows for tabs. */
final class WebKitBrowser implements Browser {

    private final String name;
    private final ProcessFamily family;
    private final WebDriver driver;
    private final List<WebKitTab> tabs = new ArrayList<>();
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    WebKitBrowser(Path miniBrowser, String display, String name, Path folder) throws IOException {
        this.name = name;
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                "dbus-run-session", "--", "WebKitWebDriver", "--port=" + port).directory(folder.toFile());
        builder.environment().putAll(Map.of(
                "DISPLAY", display,
                "HOME", folder.toString(),
                "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1", // it can't be had as root
                "NO_AT_BRIDGE", "1",
                "GTK_USE_PORTAL", "0"));
        family = ProcessFamily.start(builder, output::add);
        driver = connect(port, miniBrowser);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of();
    }

    @Override
    public BrowserTab open(URI address) {
        String window = tabs.isEmpty() && driver.command("GET", "/window/handles", Map.of()).size() == 1
                ? driver.command("GET", "/window", Map.of()).asString()
                : driver.command("POST", "/window/new", Map.of("type", "tab")).path("handle").asString();
        WebKitTab tab = new WebKitTab(driver, window);
        tabs.add(tab);
        tab.leave(address);
        return tab;
    }

    @Override
    public void killCore() {
        throw new UnsupportedOperationException("WebDriver knows no workers");
    }

    @Override
    public void kill() {
        throw new UnsupportedOperationException("Under automation MiniBrowser keeps nothing for the next start");
    }

    @Override
    public void restart() {
        throw new UnsupportedOperationException("Under automation MiniBrowser keeps nothing for the next start");
    }

    @Override
    public void setOffline(boolean offline) {
        throw new UnsupportedOperationException("WebDriver can't take a browser offline");
    }

    @Override
    public void saveEvidence(Path folder) throws IOException {
        Files.write(folder.resolve(name + "-output.txt"), List.copyOf(output));
        for (int i = 0; i < tabs.size(); i++) {
            if (tabs.get(i).isOpen()) {
                tabs.get(i).saveEvidence(folder.resolve(name + "-tab-" + (i + 1)));
            }
        }
    }

    @Override
    public void close() {
        try {
            driver.end();
        } finally {
            family.kill();
        }
    }

    /** The driver says nothing when it listens, so it is asked until it answers. */
    private WebDriver connect(int port, Path miniBrowser) throws IOException {
        Map<String, ?> capabilities = Map.of("webkitgtk:browserOptions",
                Map.of("binary", miniBrowser.toString(), "args", List.of("--automation")));
        for (int attempt = 1; ; attempt++) {
            try {
                return new WebDriver(URI.create("http://127.0.0.1:" + port), capabilities);
            } catch (DriveException e) {
                if (attempt == 100 || !family.isAlive()) {
                    family.kill();
                    throw new IOException("WebKitWebDriver didn't start: " + String.join("\n", output), e);
                }
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while WebKitWebDriver was starting", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
