package chat.pando.lab.drive.chromium;

import chat.pando.lab.drive.Patience;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a worker has written to its console so far: the browser keeps it, and tells it to whoever attaches. */
final class WorkerLog {

    private WorkerLog() {}

    static List<String> read(DevTools devTools, String target) {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        String session = devTools.send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId").asString();
        Consumer<DevTools.Event> listener = event -> {
            if (event.session().equals(session)) {
                Consoles.line(event).ifPresent(line -> lines.add("worker " + line));
            }
        };
        devTools.listen(listener);
        // What was written before comes before the answer.
        devTools.send(session, "Runtime.enable", Map.of(), Patience.OF_DRIVERS);
        devTools.unlisten(listener);
        devTools.send("Target.detachFromTarget", Map.of("sessionId", session));
        return List.copyOf(lines);
    }
}
