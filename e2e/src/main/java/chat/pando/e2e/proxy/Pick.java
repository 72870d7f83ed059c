package chat.pando.e2e.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** One message among those that somebody sends from now on: the same for everybody, for the server has one order. */
public final class Pick implements Predicate<JsonNode> {

    private final String sender;
    private final int which;
    private final List<String> met = new ArrayList<>();

    /**
     * @param sender how the sender's user id begins
     * @param which  the first is 0
     */
    public Pick(String sender, int which) {
        this.sender = sender;
        this.which = which;
    }

    @Override
    public synchronized boolean test(JsonNode event) {
        if (!isMessage(event)) {
            return false;
        }
        String id = event.path("event_id").asString();
        if (!met.contains(id)) {
            met.add(id);
        }
        return met.indexOf(id) == which;
    }

    private boolean isMessage(JsonNode event) {
        return event.path("type").asString("").equals("m.room.encrypted")
                && event.path("sender").asString("").startsWith(sender);
    }
}
