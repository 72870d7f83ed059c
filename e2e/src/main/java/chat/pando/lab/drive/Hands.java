package chat.pando.lab.drive;

import chat.pando.e2e.people.PageScript;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A person at a tab: finds everything by role and accessible name, the same way in every engine. */
public final class Hands {

    private static final String SCRIPT = PageScript.beside(Hands.class, "hands.js");

    private final BrowserTab tab;
    private final int patience;

    /** @param patience how many ms to wait for what an action needs before it throws a {@link DriveException} */
    public Hands(BrowserTab tab, int patience) {
        this.tab = tab;
        this.patience = patience;
    }

    public Glance look() {
        return Glance.of(act("look", Map.of()));
    }

    /** Waits for the main screen, and looks. */
    public Glance lookWhenReady() {
        return Glance.of(act("ready", Map.of()));
    }

    /** On the sign-in screen; waits until the new account's main screen is there. */
    public void createAccount(String homeserver, String user, String password) {
        String username = user.substring(1, user.indexOf(':'));
        act("createAccount", Map.of(
                "homeserver", homeserver, "user", user, "username", username, "password", password));
    }

    /** Opens the sign-in screen in this tab. */
    public void addAccount() {
        act("addAccount", Map.of());
    }

    public void showAccount(String user) {
        act("showAccount", Map.of("user", user));
    }

    /** Asks for a room; its dialog closes when it is there. */
    public void createRoom(String room, List<String> invited) {
        act("createRoom", Map.of("room", room, "invite", String.join(", ", invited)));
    }

    public void openRoom(String room) {
        act("openRoom", Map.of("room", room));
    }

    /** Presses "Accept", and doesn't wait for what comes of it. */
    public void accept(String room) {
        act("accept", Map.of("room", room));
    }

    /** Whether the page keeps such a text: as a draft, or on its way to the core. */
    public boolean keeps(String text) {
        return act("keeps", Map.of("text", text)).asBoolean();
    }

    /** Waits until one can write in a room. */
    public void awaitConversation(String room) {
        act("awaitConversation", Map.of("room", room));
    }

    /** Writes a message and sends it, and doesn't wait for what comes of it. */
    public void write(String room, String text, boolean withEnter) {
        act("write", Map.of("room", room, "text", text, "key", withEnter));
    }

    /** Waits until each of these texts stands in the open room once, as something that the server has. */
    public void awaitArrived(List<String> texts) {
        act("awaitArrived", Map.of("texts", texts));
    }

    /** Presses "Try now" where it is offered. */
    public boolean tryNow() {
        return act("tryNow", Map.of()).asBoolean();
    }

    /** Presses every "Retry"; returns how many there were. */
    public int retryFailed() {
        return act("retryFailed", Map.of()).asInt();
    }

    /** All messages of a room from its beginning. */
    public List<Glance.Shown> readAll(String room) {
        return Glance.messages(act("readAll", Map.of("room", room)));
    }

    /** What the dialog "Health" says, which is closed again. */
    public String health() {
        return act("health", Map.of()).asString();
    }

    /** The epoch in the database of each of these accounts that has one, and with whom Olm goes badly. */
    public Map<String, Stored> storage(List<String> users) {
        Map<String, Stored> stored = new LinkedHashMap<>();
        act("storage", Map.of("users", users)).properties().forEach(user -> stored.put(user.getKey(), new Stored(
                user.getValue().path("epoch").asLong(), texts(user.getValue().path("troubles")))));
        return stored;
    }

    /** What can be seen of an account's database. */
    public record Stored(long epoch, List<String> troubles) {}

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asString).toList();
    }

    private JsonNode act(String action, Map<String, ?> given) {
        Map<String, Object> arguments = new LinkedHashMap<>(given);
        arguments.put("patience", patience);
        return tab.evaluate(SCRIPT, action, arguments);
    }
}
