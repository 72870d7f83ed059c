package chat.pando.e2e.people;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import java.util.ArrayList;
import java.util.List;

/** How much memory scripts hold, after their garbage is collected, as the Chrome DevTools Protocol tells it. */
final class Heap {

    private static final String COLLECT = "HeapProfiler.collectGarbage";
    private static final String USAGE = "Runtime.getHeapUsage";

    private Heap() {}

    /** The bytes that a page holds. */
    static long ofPage(CDPSession page) {
        page.send(COLLECT);
        return used(page.send(USAGE));
    }

    /** The bytes that all shared workers of a browser hold. */
    static long ofSharedWorkers(BrowserContext context) {
        CDPSession browser = context.browser().newBrowserCDPSession();
        long sum = 0;
        for (JsonElement target : browser.send("Target.getTargets").getAsJsonArray("targetInfos")) {
            JsonObject info = target.getAsJsonObject();
            if (info.get("type").getAsString().equals("shared_worker")) {
                sum += ofTarget(context, browser, info.get("targetId").getAsString());
            }
        }
        browser.detach();
        return sum;
    }

    private static long ofTarget(BrowserContext context, CDPSession browser, String target) {
        List<JsonObject> answers = new ArrayList<>();
        browser.on("Target.receivedMessageFromTarget", event -> {
            JsonObject message = JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (message.has("id")) {
                answers.add(message);
            }
        });
        JsonObject attach = new JsonObject();
        attach.addProperty("targetId", target);
        attach.addProperty("flatten", false);
        JsonObject session = browser.send("Target.attachToTarget", attach);
        for (String method : List.of(COLLECT, USAGE)) {
            JsonObject message = session.deepCopy();
            message.addProperty("message", "{\"id\":" + (answers.size() + 1) + ",\"method\":\"" + method + "\"}");
            int wanted = answers.size() + 1;
            browser.send("Target.sendMessageToTarget", message);
            context.waitForCondition(() -> answers.size() == wanted);
        }
        browser.send("Target.detachFromTarget", session);
        return used(answers.get(1).getAsJsonObject("result"));
    }

    private static long used(JsonObject usage) {
        return usage.get("usedSize").getAsLong();
    }
}
