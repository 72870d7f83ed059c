package chat.pando.e2e.people;

import java.util.Map;

/**
 * A message as a tab shows it.
 *
 * @param eventId empty while the server hasn't confirmed it
 * @param state   one of the words that DESIGN.md lists
 * @param text    everything that can be read in it: body, time, state
 */
public record ShownMessage(String eventId, String sender, String state, String text) {

    static ShownMessage of(Map<?, ?> shown) {
        return new ShownMessage(
                string(shown, "eventId"), string(shown, "sender"), string(shown, "state"), string(shown, "text"));
    }

    /** Whether the server is known to have it. */
    public boolean arrived() {
        return switch (state) {
            case "sent", "delivered", "read", "received" -> true;
            default -> false;
        };
    }

    public boolean says(String body) {
        return text.contains(body);
    }

    private static String string(Map<?, ?> shown, String name) {
        return shown.get(name) instanceof String value ? value : "";
    }
}
