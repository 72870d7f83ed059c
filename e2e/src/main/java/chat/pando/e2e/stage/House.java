package chat.pando.e2e.stage;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.people.Chromium;
import chat.pando.lab.drive.Patience;
import chat.pando.lab.drive.chromium.ChromiumEngine;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all stages share: one Playwright and one running Pando. */
public final class House implements AutoCloseable {

    private final Ground ground;
    private final Playwright playwright;
    private final List<Scratch> scratches = new ArrayList<>();
    private final PandoJar pando;
    private final String serverName;

    public House(Ground ground) throws IOException {
        this.ground = ground;
        playwright = Chromium.playwright(ground.chromium());
        PlaywrightAssertions.setDefaultAssertionTimeout(Patience.MS);
        pando = PandoJar.start(ground.pando(), newFolder("data"), ground.results().resolve("pando.log"));
        serverName = MatrixSession.serverName(homeserver());
    }

    Chromium chromium() {
        return new Chromium(playwright, ground.chromium(), ground.headed());
    }

    /** The same browser, as the lab drives it. */
    ChromiumEngine engine() {
        return new ChromiumEngine(ground.chromium(), ground.headed());
    }

    /** The site as Pando's own server serves it. */
    URI site() {
        return pando.url();
    }

    /** The same site's files. */
    Path files() {
        return ground.site();
    }

    URI homeserver() {
        return ground.homeserver().orElse(pando.url());
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
