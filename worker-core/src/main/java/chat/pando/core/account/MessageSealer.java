package chat.pando.core.account;

import chat.pando.channel.Channels;
import chat.pando.channel.RoomChannel;
import chat.pando.channel.Sealer;
import chat.pando.channel.Withdrawal;
import chat.pando.core.room.Audience;
import chat.pando.core.room.Founding;
import chat.pando.json.JsonObject;
import chat.pando.machine.Machine;
import chat.pando.machine.Readiness;
import chat.pando.machine.RoomEncryption;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.MemberRow;
import chat.pando.store.OutboxRow;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Seals messages as their room wants it: encrypted for everybody who may read it, or in the clear. */
final class MessageSealer implements Sealer {

    private final Tables tables;
    private final Machine machine;
    private final Channels channels;
    private final Audience audience;

    MessageSealer(Tables tables, Machine machine, Channels channels, Audience audience) {
        this.tables = tables;
        this.machine = machine;
        this.channels = channels;
        this.audience = audience;
    }

    @Override
    public Result seal(OutboxRow message, Draft draft) {
        Optional<RoomRow> room = tables.rooms().get(draft, message.room());
        if (room.isEmpty() || room.get().membership() != RoomRow.Membership.JOIN) {
            return new Result.Impossible(
                    new OutboxRow.Failure("FORBIDDEN", "You are not in this room any more."));
        }
        if (!room.get().encrypted() || message.type().equals(Withdrawal.REDACTION)) { // a redaction never is
            return new Result.Sealed(new OutboxRow.Sealed(message.type(), message.content()));
        }
        return encrypted(message, room.get(), draft);
    }

    private Result encrypted(OutboxRow message, RoomRow room, Draft draft) {
        RoomEncryption settings = RoomEncryption.of(room.state().at("m.room.encryption"));
        if (!settings.supported()) {
            return new Result.Impossible(new OutboxRow.Failure(
                    "FORBIDDEN", "This room asks for an encryption that Pando doesn't know, so nothing was sent."));
        }
        Readiness readiness = machine.prepare(room.id(), settings, readers(room, draft), draft);
        if (!(readiness instanceof Readiness.Ready)) {
            return new Result.NotYet();
        }
        RoomChannel channel = channels.find(room.id(), draft)
                .orElseGet(() -> channels.begun(room.id(), Founding.isByThisDevice(room, tables, draft)));
        Channels.Counted counted = channels.count(
                audience.in(channel, draft), audience.of(room.id(), draft).keySet(), message.content(), draft);
        JsonObject content = machine.encrypt(room.id(), message.type(), counted.content(), draft);
        return new Result.Sealed(new OutboxRow.Sealed("m.room.encrypted", content, counted.number()));
    }

    /** Who is in the room, and who is or will be invited where the invited may read what is said before they join. */
    private Set<UserId> readers(RoomRow room, Draft draft) {
        boolean onlyJoined = room.state()
                .at("m.room.history_visibility")
                .string("history_visibility")
                .equals(Optional.of("joined"));
        Set<UserId> readers = new LinkedHashSet<>();
        for (MemberRow member : tables.members().of(draft, room.id())) {
            if (!member.invited() || !onlyJoined) {
                readers.add(member.user());
            }
        }
        if (!onlyJoined) {
            readers.addAll(Founding.toBeInvited(room, tables, draft));
        }
        return readers;
    }
}
