package chat.pando.core;

import chat.pando.channel.MessageLimit;
import chat.pando.channel.segment.Cut;
import chat.pando.channel.segment.Transfer;
import chat.pando.core.account.Account;
import chat.pando.json.JsonObject;
import chat.pando.json.Utf8;
import chat.pando.matrix.EventId;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.Command;
import chat.pando.protocol.Problem.Code;
import chat.pando.store.CommandRow;
import chat.pando.store.Draft;
import chat.pando.store.OutboxRow;
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
        int length = Utf8.length(command.body());
        if (length > Transfer.MAX_LENGTH) {
            throw tooLong(length);
        }
        RoomId room = roomId(command.room());
        Text text = new Text(content(command.body()), cutIfLong(command.body()));
        return account.jobs().run(draft -> remembered(call, draft).orElseGet(() -> add(call, room, text, draft)));
    }

    /**
     * A text to be sent.
     *
     * @param content as one message
     * @param parts   as several, where it can be too long for one
     */
    private record Text(JsonObject content, Optional<Cut> parts) {

        @Override
        public String toString() {
            return "Text";
        }
    }

    private static JsonObject content(String body) {
        return JsonObject.builder().put("msgtype", "m.text").put("body", body).build();
    }

    private Optional<Cut> cutIfLong(String body) {
        return MessageLimit.fits(content(body), true) ? Optional.empty() : Optional.of(account.outbox().cut(body));
    }

    private Optional<JsonObject> remembered(String call, Draft draft) {
        return account.tables().commands().of(draft, call).flatMap(CommandRow::result);
    }

    private JsonObject add(String call, RoomId room, Text text, Draft draft) {
        RoomRow row = joined(room, draft);
        boolean fits = MessageLimit.fits(text.content(), row.encrypted());
        OutboxRow sent = fits
                ? account.outbox().add(room, "m.room.message", text.content(), draft)
                : account.outbox().add(room, text.parts().orElseThrow(), draft);
        JsonObject result = JsonObject.builder().put("key", sent.key()).build();
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
    private static Rejected tooLong(int length) {
        return new Rejected(
                Code.TOO_LARGE,
                "This message is too long: it has " + megabytes(length + 99_999) + " MB, and "
                        + megabytes(Transfer.MAX_LENGTH) + " MB are the most. Shorten it, or send it as several.");
    }

    /** To one decimal, rounded down. */
    private static String megabytes(int bytes) {
        return bytes / 1_000_000 + "." + bytes % 1_000_000 / 100_000;
    }

    JsonObject retry(Command.RetryMessage command) {
        RoomId room = roomId(command.room());
        if (!account.jobs().run(draft -> account.outbox().retry(room, command.key(), draft))) {
            throw new Rejected(Code.INVALID_INPUT, "This message has not failed, or is gone.");
        }
        return JsonObject.EMPTY;
    }

    JsonObject retryAll(Command.RetryAll command) {
        RoomId room = roomId(command.room());
        if (account.jobs().run(draft -> account.outbox().retryAll(room, draft)) == 0) {
            throw new Rejected(Code.INVALID_INPUT, "No message of this room has failed.");
        }
        return JsonObject.EMPTY;
    }

    JsonObject discard(Command.DiscardMessage command) {
        RoomId room = roomId(command.room());
        if (!account.jobs().run(draft -> account.outbox().discard(room, command.key(), draft))) {
            throw new Rejected(
                    Code.INVALID_INPUT, "The homeserver may have this message already, so it can't be taken back.");
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
