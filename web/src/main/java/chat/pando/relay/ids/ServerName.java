package chat.pando.relay.ids;

import chat.pando.relay.json.MatrixError;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name behind the colon of every id this homeserver gives (appendices, "Identifier grammar"). */
public record ServerName(String value) {

    private static final Pattern GRAMMAR =
            Pattern.compile("(?:[A-Za-z0-9.-]{1,230}|\\[[0-9A-Fa-f:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern LOCALPART = Pattern.compile("[a-z0-9._=/+-]+");
    private static final int MAX_ID_BYTES = 255;

    public ServerName {
        if (!GRAMMAR.matcher(value).matches()) {
            throw new IllegalArgumentException("not a server name");
        }
    }

    /** The id of a new user, or {@code M_INVALID_USERNAME}. */
    public String newUser(String localpart) {
        String id = "@" + localpart + ":" + value;
        if (!LOCALPART.matcher(localpart).matches() || id.length() > MAX_ID_BYTES) {
            throw new MatrixError(400, "M_INVALID_USERNAME",
                    "User names hold only a-z, 0-9 and the characters . _ = - / +");
        }
        return id;
    }

    /** What somebody typed to sign in: a localpart or a whole user id. Empty when it is of another server. */
    public Optional<String> user(String typed) {
        if (!typed.startsWith("@")) {
            return Optional.of("@" + typed + ":" + value);
        }
        return isOurs(typed) ? Optional.of(typed) : Optional.empty();
    }

    /** Whether an id belongs to this server. */
    public boolean isOurs(String id) {
        return id.endsWith(":" + value) && id.indexOf(':') == id.length() - value.length() - 1;
    }

    public String newRoom() {
        return "!" + RandomText.urlSafe(18) + ":" + value;
    }

    /** The alias of a localpart, or {@code M_INVALID_PARAM}. */
    public String alias(String localpart) {
        String alias = "#" + localpart + ":" + value;
        boolean isLegal = !localpart.isEmpty() && localpart.chars().noneMatch(c -> c == ':' || c <= ' ' || c == 0);
        if (!isLegal || alias.getBytes(StandardCharsets.UTF_8).length > MAX_ID_BYTES) {
            throw MatrixError.invalidParam("Not a room alias");
        }
        return alias;
    }
}
