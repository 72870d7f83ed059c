package chat.pando.tab.view;

import chat.pando.protocol.Command;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** What a person can make happen. */
public interface Actions {

    /** Has the core carry out a command for the shown account; the outcome always comes. */
    void call(Command command, Consumer<Outcome> whenSettled);

    /** Shows this account in this tab. */
    void showAccount(String userId);

    /** Shows the sign-in screen to add an account. */
    void addAccount();

    /** Shows the sign-in screen for the account that this tab shows, whose data are lost. */
    void signInAgain();

    /** Leaves the sign-in screen again. */
    void cancelAdding();

    void openRoom(String room);

    void closeRoom();

    /** Sends a text; it is kept until the core has it. Where it is refused it is a draft again. */
    void sendText(String room, String body);

    /** Why the room's draft wasn't sent, where it was tried. */
    Optional<Problem> refusal(String room);

    String draft(String room);

    void keepDraft(String room, String text);

    /** The id of the core that this tab is connected to. */
    Optional<String> core();

    /** How well this browser keeps private keys, in a sentence of the core's. */
    Optional<String> keys();

    /** Tries the connection, or the core, now. */
    void tryNow();
}
