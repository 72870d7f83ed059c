package chat.pando.lab.drive.chromium;

import chat.pando.e2e.people.PageScript;
import chat.pando.lab.drive.BrowserSocket;
import chat.pando.lab.drive.DriveException;
import chat.pando.lab.drive.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Chromium's page on which its developers discard tabs: no command of DevTools does that.
 *
 * <p>It takes the same way through the browser as a discard for want of memory.
 */
final class DiscardsPage {

    private final DevTools devTools;

    DiscardsPage(DevTools devTools) {
        this.devTools = devTools;
    }

    /**
     * Discards a tab, which nothing is attached to and no other tab has the address of.
     *
     * @return the target that it is afterwards
     */
    String discard(String target, String address) {
        Set<String> before = pages();
        String page = devTools.send("Target.createTarget", Map.of("url", "chrome://chrome-urls/"))
                .path("targetId").asString();
        before.add(page);
        try {
            press(page, address);
        } finally {
            devTools.send("Target.closeTarget", Map.of("targetId", page));
        }
        Set<String> after = pages();
        if (after.contains(target)) {
            return target;
        }
        after.removeAll(before);
        return after.stream().findFirst()
                .orElseThrow(() -> new DriveException("A tab that was discarded can't be found"));
    }

    private void press(String page, String address) {
        String session = devTools.send("Target.attachToTarget", Map.of("targetId", page, "flatten", true))
                .path("sessionId").asString();
        evaluate(session, PageScript.beside(DiscardsPage.class, "enable-internals.js"), List.of());
        devTools.send(session, "Page.navigate", Map.of("url", "chrome://discards/"), Patience.OF_DRIVERS);
        evaluate(session, PageScript.beside(DiscardsPage.class, "discard.js"), List.of(address));
    }

    private void evaluate(String session, String function, List<String> arguments) {
        String call = "(" + function + ").apply(null, " + BrowserSocket.JSON.writeValueAsString(arguments) + ")";
        JsonNode answer = devTools.send(session, "Runtime.evaluate",
                Map.of("expression", call, "awaitPromise", true), Patience.OF_DRIVERS);
        if (answer.has("exceptionDetails")) {
            throw new DriveException("A tab can't be discarded: " + Consoles.thrown(answer));
        }
    }

    private Set<String> pages() {
        Set<String> ids = new HashSet<>();
        JsonNode targets = devTools.send("Target.getTargets", Map.of()).path("targetInfos");
        StreamSupport.stream(targets.spliterator(), false)
                .filter(target -> target.path("type").asString().equals("page"))
                .forEach(target -> ids.add(target.path("targetId").asString()));
        return ids;
    }
}
