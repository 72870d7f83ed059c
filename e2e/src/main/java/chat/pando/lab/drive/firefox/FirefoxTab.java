package chat.pando.lab.drive.firefox;

import chat.pando.lab.drive.BrowserSocket;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.ProcessTab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A tab of a Firefox. */
final class FirefoxTab implements ProcessTab {

    private static final String CALL =
            "async text => JSON.stringify(await (%s).apply(null, JSON.parse(text)) ?? null)";

    private final Bidi bidi;
    private final String context;
    private volatile boolean open = true;

    FirefoxTab(Bidi bidi, String context) {
        this.bidi = bidi;
        this.context = context;
    }

    @Override
    public JsonNode evaluate(String function, Object... arguments) {
        String text = BrowserSocket.JSON.writeValueAsString(List.of(arguments));
        JsonNode answer = bidi.send("script.callFunction", Map.of(
                "functionDeclaration", String.format(CALL, function),
                "arguments", List.of(Map.of("type", "string", "value", text)),
                "target", Map.of("context", context),
                "awaitPromise", true,
                "userActivation", true));
        if (!answer.path("type").asString("").equals("success")) {
            throw new DriveException(
                    "The page's script threw " + answer.path("exceptionDetails").path("text").asString(""));
        }
        return BrowserSocket.JSON.readTree(answer.path("result").path("value").asString());
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void reload() {
        send("browsingContext.reload", Map.of("context", context, "wait", "complete"));
    }

    @Override
    public void close() {
        open = false;
        send("browsingContext.close", Map.of("context", context));
    }

    @Override
    public void leave(URI elsewhere) {
        send("browsingContext.navigate",
                Map.of("context", context, "url", elsewhere.toString(), "wait", "complete"));
    }

    @Override
    public void comeBack() {
        send("browsingContext.traverseHistory", Map.of("context", context, "delta", -1));
    }

    @Override
    public void hide() {
        throw new UnsupportedOperationException("Without a window Firefox hides no tab");
    }

    @Override
    public void show() {
        send("browsingContext.activate", Map.of("context", context));
    }

    @Override
    public void freeze() {
        throw new UnsupportedOperationException("WebDriver BiDi can't freeze a page");
    }

    @Override
    public void thaw() {
        throw new UnsupportedOperationException("WebDriver BiDi can't freeze a page");
    }

    @Override
    public void crash() {
        throw new UnsupportedOperationException("WebDriver BiDi can't crash a page");
    }

    @Override
    public void saveEvidence(Path prefix) throws IOException {
        try {
            String picture = bidi.send("browsingContext.captureScreenshot", Map.of("context", context))
                    .path("data").asString();
            Files.write(Path.of(prefix + ".png"), Base64.getDecoder().decode(picture));
            Files.writeString(Path.of(prefix + ".html"),
                    evaluate("() => document.documentElement.outerHTML").asString());
        } catch (DriveException e) {
            Files.writeString(Path.of(prefix + ".txt"), "The tab shows nothing: " + e.getMessage());
        }
    }

    @Override
    public void browserEnded() {
        open = false;
    }

    private void send(String method, Map<String, ?> params) {
        bidi.send(method, params);
    }
}
