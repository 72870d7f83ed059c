package chat.pando.e2e.people;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import java.util.function.Consumer;

/**
 * The console of the shared workers of one browser, which Playwright itself doesn't show.
 *
 * <p>Over the Chrome DevTools Protocol it attaches to every worker as it appears, and prints what that says.
 */
final class WorkerConsole {

    private final CDPSession browser;
    private final Consumer<String> out;

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

    private void targetCreated(JsonObject event) {
        JsonObject target = event.getAsJsonObject("targetInfo");
        if (target.get("type").getAsString().equals("shared_worker")) {
            JsonObject attach = new JsonObject();
            attach.add("targetId", target.get("targetId"));
            attach.addProperty("flatten", false);
            browser.send("Target.attachToTarget", attach);
        }
    }

    private void attached(JsonObject event) {
        JsonObject enable = new JsonObject();
        enable.add("sessionId", event.get("sessionId"));
        enable.addProperty("message", "{\"id\":1,\"method\":\"Runtime.enable\"}");
        browser.send("Target.sendMessageToTarget", enable);
    }

    private void received(JsonObject event) {
        JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
        String method = message.has("method") ? message.get("method").getAsString() : "";
        if (method.equals("Runtime.consoleAPICalled")) {
            StringBuilder line = new StringBuilder("worker:");
            message.getAsJsonObject("params").getAsJsonArray("args")
                    .forEach(argument -> line.append(' ').append(text(argument.getAsJsonObject())));
            out.accept(line.toString());
        } else if (method.equals("Runtime.exceptionThrown")) {
            out.accept("worker threw: " + message.getAsJsonObject("params").getAsJsonObject("exceptionDetails"));
        }
    }

    private static String text(JsonObject argument) {
        if (argument.has("value")) {
            return argument.get("value").toString();
        }
        return argument.has("description") ? argument.get("description").getAsString() : argument.toString();
    }
}
