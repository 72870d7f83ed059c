package chat.pando.core.room;

import chat.pando.json.JsonObject;
import chat.pando.matrix.UserId;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.Reads;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a room came to be, where a command of this person's has created it: its create event names the command.
 *
 * <p>A server makes a room event by event, and /sync may tell of it before those are invited who are to be. What is
 * written there by then is meant for them too, so until the server shows them they count as invited.
 */
public final class Founding {

    private static final String COMMAND = "chat.pando.command";

    private Founding() {}

    /** What the create event of a room is to hold that a command creates. */
    public static JsonObject content(String command) {
        return JsonObject.builder().put(COMMAND, command).build();
    }

    public static boolean isBy(String command, RoomRow room) {
        return command(room).equals(Optional.of(command));
    }

    /** Whether this device has created the room, as far as it remembers. */
    public static boolean isByThisDevice(RoomRow room, Tables tables, Reads reads) {
        return row(room, tables, reads).isPresent();
    }

    /** Who is to be invited and hasn't been seen in the room yet. */
    public static List<UserId> toBeInvited(RoomRow room, Tables tables, Reads reads) {
        return row(room, tables, reads).map(CommandRow::invited).orElse(List.of());
    }

    /** The server has shown what they are in the room: from now on that counts. */
    static void seen(Set<UserId> users, RoomRow room, Tables tables, Draft draft) {
        row(room, tables, draft).filter(row -> row.invited().stream().anyMatch(users::contains)).ifPresent(row ->
                tables.commands().put(draft, row.withInvited(
                        row.invited().stream().filter(user -> !users.contains(user)).toList())));
    }

    private static Optional<CommandRow> row(RoomRow room, Tables tables, Reads reads) {
        return command(room).flatMap(command -> tables.commands().of(reads, command));
    }

    private static Optional<String> command(RoomRow room) {
        return room.state().at("m.room.create").string(COMMAND);
    }
}
