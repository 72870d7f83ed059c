package chat.pando.lab.drive;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a tab shows at one moment.
 *
 * @param screen   main, sign-in or other
 * @param status   how the connection stands, in words
 * @param room     the open room's name, or nothing
 * @param draft    what stands in the composer
 * @param unsent   how many messages the page holds that the core hasn't confirmed yet
 * @param busy     the names of buttons whose command hasn't settled
 * @param messages those loaded, from top to bottom
 */
public record Glance(String screen, String status, String account, String room, List<String> rooms, boolean canWrite,
        String draft, int unsent, List<String> busy, List<String> alerts, List<Shown> messages) {

    /** A message. */
    public record Shown(String eventId, String sender, String state, String text) {

        /** Whether the server is known to have it. */
        public boolean arrived() {
            return switch (state) {
                case "sent", "delivered", "read", "received" -> true;
                default -> false;
            };
        }
    }

    static Glance of(JsonNode seen) {
        return new Glance(seen.path("screen").asString(), seen.path("status").asString(),
                seen.path("account").asString(), seen.path("room").asString(), Hands.texts(seen.path("rooms")),
                seen.path("canWrite").asBoolean(), seen.path("draft").asString(), seen.path("unsent").asInt(),
                Hands.texts(seen.path("busy")), Hands.texts(seen.path("alerts")), messages(seen.path("messages")));
    }

    static List<Shown> messages(JsonNode articles) {
        return StreamSupport.stream(articles.spliterator(), false).map(article -> new Shown(
                article.path("eventId").asString(), article.path("sender").asString(),
                article.path("state").asString(), article.path("text").asString())).toList();
    }
}
