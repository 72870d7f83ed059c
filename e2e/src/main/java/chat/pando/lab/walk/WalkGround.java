package chat.pando.lab.walk;

import chat.pando.e2e.peer.MatrixSession;
import chat.pando.e2e.stage.Deployment;
import chat.pando.lab.LabHomeserver;
import chat.pando.lab.drive.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What all walks of a run share: a kind of browser, a homeserver, and its server's name. */
final class WalkGround implements AutoCloseable {

    private final Engine engine;
    private final Path site;
    private final LabHomeserver homeserver;
    private final String serverName;

    WalkGround(Engine engine, Path pando, Path site, Optional<URI> wished, Path results) throws IOException {
        this.engine = engine;
        this.site = site;
        homeserver = LabHomeserver.open(wished, pando, results.resolve("pando.log"));
        serverName = MatrixSession.serverName(homeserver.url());
    }

    Engine engine() {
        return engine;
    }

    Deployment deploy() throws IOException {
        return new Deployment(site);
    }

    URI homeserver() {
        return homeserver.url();
    }

    /** The homeserver by name. */
    String kind() {
        return homeserver.kind();
    }

    String serverName() {
        return serverName;
    }

    @Override
    public void close() throws IOException {
        engine.close();
        homeserver.close();
    }
}
