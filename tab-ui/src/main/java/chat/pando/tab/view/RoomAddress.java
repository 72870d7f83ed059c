package chat.pando.tab.view;

import java.util.Optional;
import org.teavm.jso.browser.Location;
import org.teavm.jso.browser.Window;

/** A room's address within the page: what stands behind the number sign. */
public final class RoomAddress {

    private RoomAddress() {}

    public static String of(String room) {
        return "#" + Window.encodeURIComponent(room);
    }

    /** Changes the page's address to this room, or to none, without leaving the page. */
    static void go(Optional<String> room) {
        Location here = Window.current().getLocation();
        String address = room.map(RoomAddress::of).orElse("");
        if (!address.equals(here.getHash())) {
            Window.current().getHistory().pushState(null, "", here.getPathName() + here.getSearch() + address);
        }
    }

    /** The room that a page's whole address names; empty for the list of rooms. */
    public static Optional<String> within(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? Optional.empty() : read(url.substring(hash));
    }

    /** The room at this address; empty for the list of rooms. */
    public static Optional<String> read(String hash) {
        return hash.length() > 1 ? Optional.of(Window.decodeURIComponent(hash.substring(1))) : Optional.empty();
    }
}
