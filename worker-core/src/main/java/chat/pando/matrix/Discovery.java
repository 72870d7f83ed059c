package chat.pando.matrix;

import chat.pando.host.Http;
import chat.pando.host.Json;
import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The search for a homeserver's base URL from what a person typed: a server name or a URL (spec, section "Server
 * Discovery").
 *
 * <p>Whatever leads to it, an address counts only once it answers {@code /_matrix/client/versions} like a homeserver.
 */
public final class Discovery {

    private final Http http;
    private final Json json;

    public Discovery(Http http, Json json) {
        this.http = http;
        this.json = json;
    }

    /** What the search came to. */
    public sealed interface Result {

        record Found(Homeserver homeserver) implements Result {}

        /** What was typed can't be an address. */
        record Malformed() implements Result {}

        /** Nothing answers there, or the browser may not talk to it. */
        record Unreachable() implements Result {}

        /** Something answers, but no homeserver. */
        record NotMatrix() implements Result {}

        /** A server answers that it has trouble. */
        record Troubled(MatrixError error) implements Result {}
    }

    public Result find(String typed) {
        String address = trimmed(typed);
        if (address.isEmpty() || address.chars().anyMatch(c -> c <= ' ' || "@?#\"<>\\".indexOf(c) >= 0)) {
            return new Result.Malformed();
        }
        List<String> candidates = candidates(address);
        Result best = new Result.Unreachable();
        for (String candidate : candidates) {
            Result result = candidate.equals(address) ? ofUrl(candidate) : ofName(candidate);
            if (result instanceof Result.Found) {
                return result;
            }
            best = moreTelling(best, result);
        }
        return best;
    }

    /** A URL is most likely the homeserver's own; else it is that of a site that names one. */
    private Result ofUrl(String url) {
        Result direct = probe(url);
        return direct instanceof Result.Found ? direct : wellKnown(url).map(this::probe).orElse(direct);
    }

    /** What the site of a server's name says comes first; a site that says nothing of use may be the homeserver. */
    private Result ofName(String site) {
        Optional<Result> delegated = wellKnown(site).map(this::probe);
        return delegated.filter(Result.Found.class::isInstance).orElseGet(() -> probe(site));
    }

    private static String trimmed(String typed) {
        String address = typed.strip();
        while (address.endsWith("/")) {
            address = address.substring(0, address.length() - 1);
        }
        return address;
    }

    /** Base URLs to try: a URL as it is; a name with https, except that loopback names are tried with http first. */
    private static List<String> candidates(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return List.of(address);
        }
        List<String> urls = new ArrayList<>();
        if (isLoopback(lower)) {
            urls.add("http://" + address);
        }
        urls.add("https://" + address);
        return urls;
    }

    private static boolean isLoopback(String name) {
        return name.equals("localhost")
                || name.startsWith("localhost:")
                || name.startsWith("127.")
                || name.startsWith("[::1]");
    }

    private Result probe(String baseUrl) {
        Homeserver homeserver = new Homeserver(baseUrl, http, json);
        Answer answer = homeserver.call(ApiRequest.get("/_matrix/client/versions"));
        if (answer instanceof Answer.Ok ok) {
            return ok.body().array("versions").isPresent() ? new Result.Found(homeserver) : new Result.NotMatrix();
        }
        if (answer instanceof Answer.Refused refused) {
            MatrixError error = refused.error();
            boolean troubled = error.status() >= 500 || error.status() == 429;
            return troubled ? new Result.Troubled(error) : new Result.NotMatrix();
        }
        return new Result.Unreachable();
    }

    /** The base URL that the site names in {@code .well-known/matrix/client}. */
    private Optional<String> wellKnown(String site) {
        Answer answer = new Homeserver(site, http, json).call(ApiRequest.get("/.well-known/matrix/client"));
        return answer instanceof Answer.Ok ok ? baseUrl(ok.body()).filter(url -> !url.equals(site)) : Optional.empty();
    }

    private static Optional<String> baseUrl(JsonObject wellKnown) {
        return wellKnown
                .at("m.homeserver")
                .string("base_url")
                .map(Discovery::trimmed)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"));
    }

    /** Of two failures the one that says more: a server's own trouble, then "no homeserver", then silence. */
    private static Result moreTelling(Result a, Result b) {
        return weight(b) > weight(a) ? b : a;
    }

    private static int weight(Result result) {
        if (result instanceof Result.Troubled) {
            return 2;
        }
        return result instanceof Result.NotMatrix ? 1 : 0;
    }
}
