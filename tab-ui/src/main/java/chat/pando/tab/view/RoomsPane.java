package chat.pando.tab.view;

import chat.pando.tab.model.AccountModel;
import chat.pando.tab.model.Calendar;
import chat.pando.tab.model.RoomEntry;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.dom.html.HTMLElement;

/** The list of rooms, invitations among them. */
final class RoomsPane {

    private final HTMLElement list = Dom.el("ul", "");
    private final Steady steady = new Steady(list);
    private final HTMLElement empty = Dom.el("div", "empty-rooms",
            Dom.text("p", "", "No rooms yet."),
            Dom.text("p", "", "Make one with “New room”, or wait for an invitation: it shows up here."));
    private final HTMLElement head = Dom.el("div", "rooms-head", Dom.text("h2", "", "Rooms"));
    private final HTMLElement element;
    private final KeyedList<RoomPart.Shown> parts;

    RoomsPane(Actions actions, Calendar calendar) {
        element = Dom.el("nav", "rooms", head, list, empty).withAttr("aria-label", "Rooms");
        parts = new KeyedList<>(list, shown -> shown.entry().room().id(), shown -> new RoomPart(actions, calendar));
    }

    HTMLElement element() {
        return element;
    }

    /** The line above the list, where "New room" is. */
    HTMLElement head() {
        return head;
    }

    /** Shows the rooms as they are now, or, while one is pressed, as they are when it is let go. */
    void update(AccountModel account, Optional<String> open) {
        steady.change(() -> show(account, open));
    }

    private void show(AccountModel account, Optional<String> open) {
        List<RoomEntry> entries = account.rooms().entries();
        parts.update(entries.stream()
                .map(entry -> new RoomPart.Shown(entry, open.equals(Optional.of(entry.room().id()))))
                .toList());
        Dom.show(empty, entries.isEmpty() && !account.isArriving() && !account.isClosed());
    }
}
