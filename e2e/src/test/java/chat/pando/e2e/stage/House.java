package chat.pando.e2e.stage;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Chromium;
import chat.pando.e2e.people.Patience;
import chat.pando.e2e.setting.Settings;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all tests share: one Playwright and one running Pando. JUnit closes it after the last test. */
final class House implements AutoCloseable {

    private final Playwright playwright;
    private final List<Scratch> scratches = new ArrayList<>();
    private final PandoJar pando;
    private final String serverName;

    House() throws IOException {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Settings.playwrightEnvironment()));
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.MS);
        pando = PandoJar.start(Settings.jar(), newFolder("data"), Settings.target().resolve("pando.log"));
        serverName = MatrixSession.serverName(homeserver());
    }

    Chromium chromium() {
        return new Chromium(playwright, Settings.chromium(), Settings.headed());
    }

    /** The site as Pando's own server serves it. */
    URI site() {
        return pando.url();
    }

    URI homeserver() {
        return Settings.homeserver().orElse(pando.url());
    }

    /** What user ids on the homeserver end in. */
    String serverName() {
        return serverName;
    }

    /** An empty folder, which is removed when everything has ended. */
    Path newFolder(String name) throws IOException {
        Scratch scratch = new Scratch(name);
        scratches.add(scratch);
        return scratch.folder();
    }

    @Override
    public void close() throws IOException {
        playwright.close();
        pando.close();
        for (Scratch scratch : scratches) {
            scratch.close();
        }
    }
}
