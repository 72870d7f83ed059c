package chat.pando.core.room;

import chat.pando.channel.Channels;
import chat.pando.channel.order.SdsContent;
import chat.pando.channel.sds.Blob;
import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.json.JsonObject;
import chat.pando.machine.DeviceLetter;
import chat.pando.machine.DeviceMail;
import chat.pando.machine.DeviceName;
import chat.pando.machine.Machine;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.MemberRow;
import chat.pando.store.Reads;
import chat.pando.store.RoomRow;
import chat.pando.store.Tables;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Ephemeral messages as letters: straight to the devices that run Pando, past the timeline and past the order of the
 * room, as a message of SDS without a clock (SDS, "Ephemeral Messages").
 */
public final class EphemeralLetters {

    public static final String TYPE = "chat.pando.ephemeral";

    /**
     * How old one may be, by the two devices' clocks: the server keeps letters for a device that is away, and what was
     * said to those who were there is not for those who come later.
     */
    static final long LIFE_MILLIS = 120_000;

    private static final String ROOM = "room_id";
    private static final String KIND = "kind";
    private static final String AT = "at";
    private static final String CONTENT = "content";

    private final Channels channels;
    private final Tables tables;
    private final Machine machine;

    public EphemeralLetters(Channels channels, Tables tables, Machine machine) {
        this.channels = channels;
        this.tables = tables;
        this.machine = machine;
    }

    /** The letters to the devices of the room's members; none where the person isn't in the room, or nobody has Pando. */
    public List<DeviceLetter> write(String id, RoomId room, String kind, JsonObject content, Reads reads) {
        if (!isThere(room, reads)) {
            return List.of();
        }
        SdsMessage message = new SdsMessage(
                channels.self().name(),
                id,
                "",
                OptionalLong.empty(),
                List.of(),
                Blob.EMPTY,
                List.of(),
                Blob.EMPTY,
                Blob.EMPTY);
        JsonObject letter = SdsContent.with(message, JsonObject.builder()
                .put(ROOM, room.value())
                .put(KIND, kind)
                .put(AT, channels.now())
                .put(CONTENT, content)
                .build());
        return machine.pandoDevices(members(room, reads), reads).stream()
                .map(to -> new DeviceLetter(to, TYPE, letter, DeviceLetter.AT_ONCE))
                .toList();
    }

    /** What of the letters is to be shown: of members of rooms that the person is in, and not old. */
    public List<Ephemeral> read(List<DeviceMail> letters, Reads reads) {
        List<Ephemeral> read = new ArrayList<>();
        for (DeviceMail letter : letters) {
            if (letter.type().equals(TYPE)) {
                read(letter).filter(said -> isForNow(letter)
                                && isThere(said.room(), reads)
                                && members(said.room(), reads).contains(said.from()))
                        .ifPresent(read::add);
            }
        }
        return read;
    }

    private Optional<Ephemeral> read(DeviceMail letter) {
        JsonObject json = letter.content();
        Optional<RoomId> room = json.string(ROOM).flatMap(RoomId::parse);
        Optional<String> kind = json.string(KIND);
        Optional<JsonObject> content = json.object(CONTENT);
        return room.isPresent() && kind.isPresent() && content.isPresent() && isEphemeral(letter)
                ? Optional.of(new Ephemeral(room.get(), letter.from().user(), kind.get(), content.get()))
                : Optional.empty();
    }

    private boolean isEphemeral(DeviceMail letter) {
        DeviceName from = letter.from();
        String name = channels.participants().of(from.user(), from.device()).name();
        try {
            return SdsContent.read(letter.content())
                    .filter(message -> message.lamport().isEmpty() && message.sender().equals(name))
                    .isPresent();
        } catch (MalformedSds malformed) {
            return false;
        }
    }

    private boolean isForNow(DeviceMail letter) {
        long age = channels.now() - letter.content().integer(AT).orElse(0);
        return age <= LIFE_MILLIS && age >= -LIFE_MILLIS;
    }

    private boolean isThere(RoomId room, Reads reads) {
        return tables.rooms().get(reads, room)
                .filter(row -> row.membership() == RoomRow.Membership.JOIN)
                .isPresent();
    }

    private Set<UserId> members(RoomId room, Reads reads) {
        Set<UserId> members = new LinkedHashSet<>();
        for (MemberRow member : tables.members().of(reads, room)) {
            if (!member.invited()) {
                members.add(member.user());
            }
        }
        return members;
    }
}
