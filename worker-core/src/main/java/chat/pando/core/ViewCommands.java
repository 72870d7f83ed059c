package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.Edition;
import chat.pando.core.view.Views;
import chat.pando.json.JsonObject;
import chat.pando.matrix.Answer;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.RoomRequests;
import chat.pando.matrix.UserId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.RoomRow;
import java.util.List;
import java.util.Optional;

/** The commands about what a tab shows. */
final class ViewCommands {

    private static final int PAGE = 100;
    /** Pages of history can hold nothing that is shown; after so many of them the person may ask again. */
    private static final int PAGES = 5;

    private final Account account;
    private final Tab tab;
    private final Views views;

    ViewCommands(Account account, Tab tab) {
        this.account = account;
        this.tab = tab;
        this.views = new Views(account);
    }

    JsonObject open(String text) {
        RoomId room = MessageCommands.roomId(text);
        return account.jobs().run(draft -> {
            requireShown();
            Views.OpenedRoom opened = views.open(draft, room).orElseThrow(MessageCommands::unknownRoom);
            tab.openRoom(room, opened.window());
            tab.tell(new Edition(List.of(new Delta.RoomOpened(opened.view()))));
            return JsonObject.EMPTY;
        });
    }

    JsonObject close() {
        return account.jobs().run(draft -> {
            requireShown();
            tab.closeRoom();
            return JsonObject.EMPTY;
        });
    }

    /** The tab may have turned to another account since it made the call. */
    private void requireShown() {
        if (!tab.shown().equals(Optional.of(account.userId()))) {
            throw new Rejected(Code.INVALID_INPUT, "This tab shows another account now.");
        }
    }

    /** Settles with {@code body}. */
    JsonObject read(Command.ReadText command) {
        RoomId room = MessageCommands.roomId(command.room());
        String body = UserId.parse(command.sender())
                .flatMap(sender -> account.jobs().run(draft -> views.text(draft, room, sender, command.transfer())))
                .orElseThrow(() -> new Rejected(Code.INVALID_INPUT, "Nothing of this message is kept here."));
        return JsonObject.builder().put("body", body).build();
    }

    /** Shows what is stored of earlier messages, and else fetches more. */
    JsonObject older(String text) {
        RoomId room = MessageCommands.roomId(text);
        for (int page = 0; page < PAGES; page++) {
            if (showStored(room)) {
                return JsonObject.EMPTY;
            }
            Optional<String> from = account.jobs().run(draft ->
                    account.tables().rooms().get(draft, room).map(RoomRow::ends).flatMap(ends -> ends.older()));
            if (from.isEmpty() || fetch(room, from.get())) {
                return JsonObject.EMPTY;
            }
        }
        return JsonObject.EMPTY;
    }

    /** Widens the tab's view by a page of what is stored; false where all of that is shown. */
    private boolean showStored(RoomId room) {
        return account.jobs().run(draft -> {
            requireShown();
            if (tab.window().isEmpty()) {
                return false;
            }
            Views.OlderEntries older = views.older(draft, room, tab.window());
            tab.widen(room, older.window());
            tab.tell(new Edition(List.of(
                    new Delta.TimelineChanged(room.value(), older.items(), List.of(), older.hasOlder()))));
            return !older.items().isEmpty();
        });
    }

    /** Stores a page of the past; the commit tells the tabs. True where the page had something to show. */
    private boolean fetch(RoomId room, String from) {
        Answer answer = account.api().call(RoomRequests.messagesBefore(room, from, PAGE));
        if (!(answer instanceof Answer.Ok ok)) {
            throw Refusals.of(answer);
        }
        return account.jobs().run(draft -> {
            Optional<String> oldest = views.oldest(draft, room);
            account.rooms().prepend(room, from, ok.body(), draft);
            return !views.oldest(draft, room).equals(oldest);
        });
    }
}
