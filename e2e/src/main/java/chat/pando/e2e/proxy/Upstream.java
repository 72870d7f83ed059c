package chat.pando.e2e.proxy;

import java.io.IOException;

/** The way to the homeserver: sends a request on and brings its answer. */
@FunctionalInterface
public interface Upstream {

    WireAnswer ask() throws IOException, InterruptedException;
}
