package chat.pando.core;

import chat.pando.channel.MessageLimit;
import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.RoomRow;
import java.util.Optional;

/** The commands about messages; each is one job, so it works offline too. */
final class MessageCommands {

    private final Account account;

    MessageCommands(Account account) {
        this.account = account;
    }

    static Rejected unknownRoom() {
        return new Rejected(Code.UNKNOWN_ROOM, "This room is not known here.");
    }

    /** Settles with {@code key}. The message and the memory of the command are durable together. */
    JsonObject send(String call, Command.SendText command) {
        if (command.body().strip().isEmpty()) {
            throw new Rejected(Code.EMPTY_MESSAGE, "There is nothing to send: write a message first.");
        }
        RoomId room = roomId(command.room());
        JsonObject content = JsonObject.builder()
                .put("msgtype", "m.text")
                .put("body", command.body())
                .build();
        return account.jobs().run(draft -> remembered(call, draft).orElseGet(() -> add(call, room, content, draft)));
    }

    private Optional<JsonObject> remembered(String call, Draft draft) {
        return account.tables().commands().of(draft, call).flatMap(CommandRow::result);
    }

    private JsonObject add(String call, RoomId room, JsonObject content, Draft draft) {
        RoomRow row = joined(room, draft);
        if (!MessageLimit.fits(content, row.encrypted())) {
            throw tooLarge(MessageLimit.size(content), MessageLimit.contentBytes(row.encrypted()));
        }
        String key = account.outbox().add(room, "m.room.message", content, draft).key();
        JsonObject result = JsonObject.builder().put("key", key).build();
        account.tables()
                .commands()
                .put(draft, new CommandRow(call, account.host().clock().now(), Optional.of(result)));
        return result;
    }

    private RoomRow joined(RoomId room, Draft draft) {
        RoomRow row = account.tables().rooms().get(draft, room).orElseThrow(MessageCommands::unknownRoom);
        if (row.membership() != RoomRow.Membership.JOIN) {
            throw new Rejected(Code.FORBIDDEN, "You are not in this room.");
        }
        return row;
    }

    /** The size is rounded up and the limit down, so that what is too long never looks as if it fitted. */
    private static Rejected tooLarge(int size, int limit) {
        return new Rejected(
                Code.TOO_LARGE,
                "This message is too long: it has " + kilobytes(size + 99) + " KB, and " + kilobytes(limit)
                        + " KB fit into one message here. Shorten it, or send it in parts.");
    }

    /** To one decimal, rounded down. */
    private static String kilobytes(int bytes) {
        return bytes / 1000 + "." + bytes % 1000 / 100;
    }

    JsonObject retry(Command.RetryMessage command) {
        RoomId room = roomId(command.room());
        if (!account.jobs().run(draft -> account.outbox().retry(room, command.key(), draft))) {
            throw new Rejected(Code.INVALID_INPUT, "This message has not failed, or is gone.");
        }
        return JsonObject.EMPTY;
    }

    JsonObject discard(Command.DiscardMessage command) {
        RoomId room = roomId(command.room());
        if (!account.jobs().run(draft -> account.outbox().discard(room, command.key(), draft))) {
            throw new Rejected(
                    Code.INVALID_INPUT, "This message may be on its way already, so it can't be taken back.");
        }
        return JsonObject.EMPTY;
    }

    JsonObject markRead(Command.MarkRead command) {
        RoomId room = roomId(command.room());
        Optional<EventId> event = EventId.parse(command.eventId());
        if (event.isEmpty()
                || !account.jobs().run(draft -> account.rooms().markRead(room, event.get(), draft))) {
            throw new Rejected(Code.INVALID_INPUT, "This message is not known here.");
        }
        account.wakeReceipts();
        return JsonObject.EMPTY;
    }

    static RoomId roomId(String text) {
        return RoomId.parse(text).orElseThrow(MessageCommands::unknownRoom);
    }
}
