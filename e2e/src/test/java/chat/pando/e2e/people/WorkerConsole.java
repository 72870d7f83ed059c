package chat.pando.e2e.people;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.function.Consumer;

/**
 * The console of the shared workers of one browser, which Playwright itself doesn't show.
 *
 * <p>Over the Chrome DevTools Protocol it attaches to every worker as it appears, and prints what that says. It lets go
 * of a worker that ended: a new one of the same address would otherwise be taken for it, and wait for a debugger.
 */
final class WorkerConsole {

    private final CDPSession browser;
    private final Consumer<String> out;
    private int lastId;
    private boolean over;

    WorkerConsole(CDPSession browser, Consumer<String> out) {
        this.browser = browser;
        this.out = out;
        browser.on("Target.targetCreated", this::targetCreated);
        browser.on("Target.attachedToTarget", this::attached);
        browser.on("Target.receivedMessageFromTarget", this::received);
        JsonObject discover = new JsonObject();
        discover.addProperty("discover", true);
        browser.send("Target.setDiscoverTargets", discover);
    }

    /** To be called before the browser closes: a browser that is closing answers nothing any more. */
    void stop() {
        over = true;
    }

    private void targetCreated(JsonObject event) {
        JsonObject target = event.getAsJsonObject("targetInfo");
        if (target.get("type").getAsString().equals("shared_worker")) {
            JsonObject attach = new JsonObject();
            attach.add("targetId", target.get("targetId"));
            attach.addProperty("flatten", false);
            tellBrowser("Target.attachToTarget", attach);
        }
    }

    private void attached(JsonObject event) {
        tellWorker(event, "Inspector.enable");
        tellWorker(event, "Runtime.enable");
    }

    private void received(JsonObject event) {
        JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
        switch (message.has("method") ? message.get("method").getAsString() : "") {
            case "Runtime.consoleAPICalled" -> print(message.getAsJsonObject("params"));
            case "Runtime.exceptionThrown" -> out.accept("worker threw: "
                    + message.getAsJsonObject("params").getAsJsonObject("exceptionDetails"));
            case "Inspector.targetCrashed" -> letGo(event);
            case "Inspector.targetReloadedAfterCrash" -> tellWorker(event, "Runtime.runIfWaitingForDebugger");
            default -> { }
        }
    }

    private void tellWorker(JsonObject event, String method) {
        JsonObject message = new JsonObject();
        message.addProperty("id", ++lastId);
        message.addProperty("method", method);
        JsonObject send = new JsonObject();
        send.add("sessionId", event.get("sessionId"));
        send.addProperty("message", message.toString());
        tellBrowser("Target.sendMessageToTarget", send);
    }

    private void letGo(JsonObject event) {
        JsonObject detach = new JsonObject();
        detach.add("sessionId", event.get("sessionId"));
        tellBrowser("Target.detachFromTarget", detach);
        out.accept("worker: ended");
    }

    private void tellBrowser(String method, JsonObject parameters) {
        if (!over) {
            browser.send(method, parameters);
        }
    }

    private void print(JsonObject call) {
        StringBuilder line = new StringBuilder("worker:");
        call.getAsJsonArray("args").forEach(argument -> line.append(' ').append(text(argument.getAsJsonObject())));
        out.accept(line.toString());
    }

    private static String text(JsonObject argument) {
        if (argument.has("value")) {
            return argument.get("value").toString();
        }
        return argument.has("description") ? argument.get("description").getAsString() : argument.toString();
    }
}
