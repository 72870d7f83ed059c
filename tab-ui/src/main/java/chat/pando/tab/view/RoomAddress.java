package chat.pando.tab.view;

import java.util.Optional;
import org.teavm.jso.browser.Window;

/** A room's address within the page: what stands behind the number sign. */
public final class RoomAddress {

    /** The address of the page itself, without a number sign. */
    static final String NONE = ".";

    private RoomAddress() {}

    public static String of(String room) {
        return "#" + Window.encodeURIComponent(room);
    }

    /** The room at this address; empty for the list of rooms. */
    public static Optional<String> read(String hash) {
        return hash.length() > 1 ? Optional.of(Window.decodeURIComponent(hash.substring(1))) : Optional.empty();
    }
}
