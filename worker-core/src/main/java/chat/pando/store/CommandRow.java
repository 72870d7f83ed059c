package chat.pando.store;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A command that was begun, by the id that the tab gave it.
 *
 * @param at      when it was begun, ms since the epoch
 * @param result  what it settled with; empty while it is not known to be carried out
 * @param invited whom it invites to the room that it creates, as long as they haven't been seen there
 */
public record CommandRow(String id, long at, Optional<JsonObject> result, List<UserId> invited) {

    public CommandRow {
        invited = List.copyOf(invited);
    }

    /** A command that invites nobody. */
    public CommandRow(String id, long at, Optional<JsonObject> result) {
        this(id, at, result, List.of());
    }

    public CommandRow withResult(JsonObject settled) {
        return new CommandRow(id, at, Optional.of(settled), invited);
    }

    public CommandRow withInvited(List<UserId> users) {
        return new CommandRow(id, at, result, users);
    }
}
