package chat.pando.protocol;

import java.util.Optional;

/**
 * A command under an id.
 *
 * @param id      random, chosen by the tab; sent again under the same id, the command is carried out once
 * @param account the user id of the account that carries it out, whatever the tab shows by now; empty where it needs none
 * @param command what to do
 */
public record Call(String id, Optional<String> account, Command command) implements ToCore {

    /** Without the user's name, which logs never hold. */
    @Override
    public String toString() {
        return "Call[" + command + "]";
    }
}
