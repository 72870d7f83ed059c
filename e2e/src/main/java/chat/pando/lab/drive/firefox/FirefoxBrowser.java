package chat.pando.lab.drive.firefox;

import chat.pando.lab.drive.Ability;
import chat.pando.lab.drive.BrowserTab;
import chat.pando.lab.drive.ProcessBrowser;
import chat.pando.lab.drive.ProcessFamily;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A Firefox on one folder. */
final class FirefoxBrowser extends ProcessBrowser<FirefoxTab> {

    private static final String LISTENING = "WebDriver BiDi listening on ";

    private final Path executable;
    private final boolean headed;
    private final Path folder;
    private Bidi bidi;

    FirefoxBrowser(Path executable, boolean headed, String name, Path folder) throws IOException {
        super(name);
        this.executable = executable;
        this.headed = headed;
        this.folder = folder;
        FirefoxProfile.prepare(folder);
        start();
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KILL_BROWSER);
    }

    @Override
    public BrowserTab open(URI address) {
        String context = bidi.send("browsingContext.create", Map.of("type", "tab")).path("context").asString();
        FirefoxTab tab = opened(new FirefoxTab(bidi, context));
        tab.leave(address);
        return tab;
    }

    @Override
    public void killCore() {
        throw new UnsupportedOperationException("WebDriver BiDi can't end workers");
    }

    @Override
    public void setOffline(boolean offline) {
        throw new UnsupportedOperationException("WebDriver BiDi takes no workers offline");
    }

    @Override
    protected ProcessFamily launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "--remote-debugging-port=0",
                "--no-remote", "--profile", folder.toString()));
        if (!headed) {
            command.add("--headless");
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MOZ_CRASHREPORTER_DISABLE", "1");
        ProcessFamily.Started<URI> started = ProcessFamily.startAndHear(builder, FirefoxBrowser::address,
                line -> heard("said: " + line));
        bidi = new Bidi(started.word().resolve("/session"), this::heard);
        return started.family();
    }

    @Override
    protected void introduce() {
        bidi.send("session.new", Map.of("capabilities", Map.of()));
        bidi.send("session.subscribe", Map.of("events", List.of("log.entryAdded")));
    }

    @Override
    protected void askToEnd() {
        bidi.sendLater("browser.close", Map.of());
    }

    @Override
    protected void disconnect() {
        bidi.close();
    }

    private static Optional<URI> address(String line) {
        return line.startsWith(LISTENING)
                ? Optional.of(URI.create(line.substring(LISTENING.length()).strip())) : Optional.empty();
    }

    private void heard(String method, JsonNode params) {
        if (method.equals("log.entryAdded")) {
            heard(params.path("level").asString("") + ": " + params.path("text").asString(""));
        }
    }
}
