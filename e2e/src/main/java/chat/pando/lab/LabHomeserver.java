package chat.pando.lab;

import chat.pando.e2e.stage.PandoJar;
import chat.pando.e2e.stage.Scratch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The homeserver that a run of the lab uses: a relay of its own, or one that was there already. */
public final class LabHomeserver implements AutoCloseable {

    private static final Pattern SERVER = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]+)\"");

    private final Optional<Scratch> data;
    private final Optional<PandoJar> relay;
    private final URI url;
    private final String kind;

    private LabHomeserver(Optional<Scratch> data, Optional<PandoJar> relay, URI url, String kind) {
        this.data = data;
        this.relay = relay;
        this.url = url;
        this.kind = kind;
    }

    /**
     * The one that was wished for, or else a relay that is started.
     *
     * @param pando where pando.jar is
     * @param log   where the relay's log goes
     */
    public static LabHomeserver open(Optional<URI> wished, Path pando, Path log) throws IOException {
        if (wished.isPresent()) {
            return new LabHomeserver(Optional.empty(), Optional.empty(), wished.get(), kindOf(wished.get()));
        }
        Scratch data = new Scratch("lab-data");
        PandoJar relay = PandoJar.start(pando, data.folder(), log);
        return new LabHomeserver(Optional.of(data), Optional.of(relay), relay.url(), "relay");
    }

    public URI url() {
        return url;
    }

    /** It by name: relay, synapse or another. */
    public String kind() {
        return kind;
    }

    @Override
    public void close() throws IOException {
        relay.ifPresent(PandoJar::close);
        if (data.isPresent()) {
            data.get().close();
        }
    }

    /** As the server itself says (spec of the Server-Server API, "GET /_matrix/federation/v1/version"). */
    private static String kindOf(URI homeserver) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(homeserver.resolve("/_matrix/federation/v1/version")).build();
        try {
            String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher name = SERVER.matcher(answer);
            return name.find() ? name.group(1).toLowerCase(Locale.ROOT) : homeserver.getAuthority();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking the homeserver what it is", e);
        }
    }
}
