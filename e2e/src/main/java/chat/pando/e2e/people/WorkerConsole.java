package chat.pando.e2e.people;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;

/**
 * What the shared workers of a browser have written to their consoles, which Playwright itself doesn't show.
 *
 * <p>It is read over the Chrome DevTools Protocol, after the fact: the browser keeps it. While somebody is attached to
 * a worker, one that takes its place waits for a debugger, so a test must not be watched like this.
 */
final class WorkerConsole {

    private static final int ENABLE = 1;

    private final BrowserContext context;
    private final CDPSession browser;
    private final List<String> lines = new ArrayList<>();
    private int told;

    private WorkerConsole(BrowserContext context) {
        this.context = context;
        browser = context.browser().newBrowserCDPSession();
        browser.on("Target.receivedMessageFromTarget", this::received);
    }

    /** The lines of all shared workers that are running. */
    static List<String> read(BrowserContext context) {
        WorkerConsole console = new WorkerConsole(context);
        int workers = 0;
        for (JsonElement target : console.browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            JsonObject info = target.getAsJsonObject();
            if (info.get("type").getAsString().equals("shared_worker")) {
                console.readFrom(info.get("targetId").getAsString(), ++workers);
            }
        }
        return console.lines;
    }

    private void readFrom(String target, int number) {
        JsonObject attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", false);
        JsonObject session = browser.send("Target.attachToTarget", attach);
        JsonObject enable = session.deepCopy();
        enable.addProperty("message", "{\"id\":" + ENABLE + ",\"method\":\"Runtime.enable\"}");
        browser.send("Target.sendMessageToTarget", enable);
        context.waitForCondition(() -> told == number); // what was written before comes before the answer
        browser.send("Target.detachFromTarget", session);
    }

    private void received(JsonObject event) {
        JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
        if (message.has("id")) {
            told++;
            return;
        }
        JsonObject parameters = message.getAsJsonObject("params");
        switch (message.get("method").getAsString()) {
            case "Runtime.consoleAPICalled" -> print(parameters);
            case "Runtime.exceptionThrown" -> lines.add("worker threw: " + parameters.get("exceptionDetails"));
            default -> { }
        }
    }

    private void print(JsonObject call) {
        StringBuilder line = new StringBuilder("worker:");
        call.getAsJsonArray("args").forEach(argument -> line.append(' ').append(text(argument.getAsJsonObject())));
        lines.add(line.toString());
    }

    private static String text(JsonObject argument) {
        if (argument.has("value")) {
            return argument.get("value").toString();
        }
        return argument.has("description") ? argument.get("description").getAsString() : argument.toString();
    }
}
