package chat.pando.lab.drive.chromium;

import chat.pando.lab.drive.BrowserSocket;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Patience;
import chat.pando.lab.drive.ProcessTab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A tab of a Chromium. */
final class ChromiumTab implements ProcessTab {

    private static final String CRASHED = "Inspector.targetCrashed";

    private final DevTools devTools;
    private final Consumer<String> console;
    private final Consumer<DevTools.Event> listener = this::heard;
    private final String front;
    private String target;
    private volatile String session;
    private volatile boolean open = true;

    /** @param front another tab, which hides this one when it comes to the front */
    ChromiumTab(DevTools devTools, String front, Consumer<String> console) {
        this.devTools = devTools;
        this.front = front;
        this.console = console;
        target = devTools.send("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
        devTools.listen(listener);
        attach();
        show();
    }

    private void attach() {
        session = devTools.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId").asString();
        send("Page.enable", Map.of());
        send("Runtime.enable", Map.of());
        send("Inspector.enable", Map.of());
    }

    void navigate(String address) {
        awaitPage(() -> {
            JsonNode answer = send("Page.navigate", Map.of("url", address));
            if (answer.has("errorText")) {
                throw new DriveException("The page can't be loaded: " + answer.path("errorText").asString());
            }
        });
    }

    @Override
    public JsonNode evaluate(String function, Object... arguments) {
        String call = "(" + function + ").apply(null, " + BrowserSocket.JSON.writeValueAsString(List.of(arguments)) + ")";
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", call, "awaitPromise", true,
                "returnByValue", true, "userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new DriveException("The page's script threw " + Consoles.thrown(answer));
        }
        return answer.path("result").path("value");
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void reload() {
        awaitPage(() -> send("Page.reload", Map.of()));
        open = true;
    }

    @Override
    public void close() {
        gone();
        devTools.send("Target.closeTarget", Map.of("targetId", target));
    }

    @Override
    public void leave(URI elsewhere) {
        navigate(elsewhere.toString());
    }

    @Override
    public void comeBack() {
        JsonNode history = send("Page.getNavigationHistory", Map.of());
        int index = history.path("currentIndex").asInt();
        int entry = history.path("entries").path(index - 1).path("id").asInt();
        awaitPage(() -> send("Page.navigateToHistoryEntry", Map.of("entryId", entry)));
    }

    @Override
    public void hide() {
        send("Emulation.setFocusEmulationEnabled", Map.of("enabled", false));
        devTools.send("Target.activateTarget", Map.of("targetId", front));
    }

    @Override
    public void show() {
        send("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
    }

    /** Only what nobody sees is ever frozen. */
    @Override
    public void freeze() {
        hide();
        send("Page.setWebLifecycleState", Map.of("state", "frozen"));
    }

    @Override
    public void thaw() {
        send("Page.setWebLifecycleState", Map.of("state", "active"));
        show();
    }

    @Override
    public void crash() {
        await(event -> event.method().equals(CRASHED),
                () -> devTools.sendLater(session, "Page.crash", Map.of()));
        open = false;
    }

    /** Chromium discards no tab that DevTools are attached to. The tab that remains is another target. */
    @Override
    public void discard() {
        String address = evaluate("() => location.href").asString();
        hide();
        devTools.send("Target.detachFromTarget", Map.of("sessionId", session));
        open = false;
        target = new DiscardsPage(devTools).discard(target, address);
    }

    /** Nothing answers in a tab without a page: it is attached to once it has one again. */
    @Override
    public void restore() {
        devTools.send("Target.activateTarget", Map.of("targetId", target));
        attach();
        long deadline = System.nanoTime() + Patience.DURATION.toNanos();
        while (!isLoadedAgain()) {
            if (System.nanoTime() > deadline) {
                throw new DriveException("A discarded tab doesn't come back within " + Patience.MS + " ms");
            }
        }
        show();
        open = true;
    }

    private boolean isLoadedAgain() {
        try {
            return evaluate("""
                    () => new Promise(answer => setTimeout(
                        () => answer(document.wasDiscarded && document.readyState === 'complete'), 50))""").asBoolean();
        } catch (DriveException.NoAnswer hangs) {
            throw hangs;
        } catch (DriveException loading) {
            return false; // the page that was asked has gone
        }
    }

    @Override
    public void saveEvidence(Path prefix) throws IOException {
        try {
            Files.writeString(Path.of(prefix + ".html"),
                    evaluate("() => document.documentElement.outerHTML").asString());
            show(); // of what nobody sees the browser makes no picture
            byte[] picture = Base64.getDecoder().decode(
                    send("Page.captureScreenshot", Map.of("format", "png")).path("data").asString());
            Files.write(Path.of(prefix + ".png"), picture);
        } catch (DriveException e) {
            Files.writeString(Path.of(prefix + ".txt"), "The tab doesn't show all: " + e.getMessage());
        }
    }

    @Override
    public void browserEnded() {
        gone();
    }

    private void gone() {
        open = false;
        devTools.unlisten(listener);
    }

    private JsonNode send(String method, Map<String, ?> params) {
        return devTools.send(session, method, params, Patience.OF_DRIVERS);
    }

    /** Carries out what brings a page, and waits until it is there: loaded, or whole out of the cache. */
    private void awaitPage(Runnable coming) {
        await(event -> {
            if (event.method().equals(CRASHED)) {
                throw new DriveException.Crashed("The tab crashed while it was loading");
            }
            return event.method().equals("Page.loadEventFired")
                    || event.method().equals("Page.frameNavigated")
                    && event.params().path("type").asString("").equals("BackForwardCacheRestore");
        }, coming);
    }

    private void await(Predicate<DevTools.Event> which, Runnable action) {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        Consumer<DevTools.Event> watcher = event -> {
            if (event.session().equals(session)) {
                heard.add(event.method());
                check(which, event, seen);
            }
        };
        devTools.listen(watcher);
        try {
            action.run();
            seen.orTimeout(Patience.MS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DriveException known ? known : new DriveException(
                    "What a tab was told didn't happen within " + Patience.MS + " ms, only " + heard, e);
        } finally {
            devTools.unlisten(watcher);
        }
    }

    private static void check(Predicate<DevTools.Event> which, DevTools.Event event, CompletableFuture<Void> seen) {
        try {
            if (which.test(event)) {
                seen.complete(null);
            }
        } catch (DriveException never) {
            seen.completeExceptionally(never);
        }
    }

    private void heard(DevTools.Event event) {
        if (event.session().equals(session)) {
            Consoles.line(event).ifPresent(line -> console.accept("tab " + line));
            if (event.method().equals(CRASHED)
                    || event.method().equals("Target.detachedFromTarget")) {
                open = false;
            }
        }
    }
}
