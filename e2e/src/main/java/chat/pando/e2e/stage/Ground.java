package chat.pando.e2e.stage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where people in tabs are played.
 *
 * @param pando      the packaged pando.jar
 * @param site       the folder of the site's files
 * @param homeserver a homeserver to use instead of the relay that pando.jar brings
 * @param chromium   the browser on this machine; where it is empty, Playwright brings its own
 * @param headed     whether a person can watch
 * @param results    the folder for logs
 */
public record Ground(
        Path pando, Path site, Optional<URI> homeserver, Optional<Path> chromium, boolean headed, Path results) {}
