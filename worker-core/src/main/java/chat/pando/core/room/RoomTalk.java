package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.RoomChannel;
import chat.pando.channel.ack.MessageId;
import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.Effect;
import chat.pando.channel.order.EventHint;
import chat.pando.json.JsonObject;
import chat.pando.machine.DeviceLetter;
import chat.pando.machine.DeviceMail;
import chat.pando.machine.Machine;
import chat.pando.matrix.RoomEvent;
import chat.pando.matrix.RoomId;
import chat.pando.store.Draft;
import chat.pando.store.NumberedRow;
import chat.pando.store.RoomRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What devices tell each other about the order of rooms, and what is done when it is time for something. */
public final class RoomTalk {

    private final RoomWorks works;
    private final Channels channels;
    private final Machine machine;
    private final Audience audience;
    private final FoundEvents found;

    RoomTalk(RoomWorks works, Machine machine, Opener opener, Audience audience) {
        this.works = works;
        this.channels = works.channels();
        this.machine = machine;
        this.audience = audience;
        this.found = new FoundEvents(opener);
    }

    /**
     * The connection works again, or this core has just begun: the time without was no time to wait for anything.
     */
    public void resume(Draft draft) {
        works.tables().channels().all(draft).forEach(row -> channels.find(row.room(), draft).ifPresent(channel -> {
            RoomChannel now = channel.with(channels.order().resumed(channel.order(), channels.now()));
            if (!now.equals(channel)) {
                channels.put(now, draft);
            }
            channels.agenda().put(row.room(), channels.now());
        }));
    }

    /** Does what is due in a room, and answers what the homeserver is to be asked for. */
    public List<Errand> tick(RoomId room, Draft draft) {
        RoomWork work = works.begin(draft, room);
        if (work.row.membership() != RoomRow.Membership.JOIN) {
            return List.of();
        }
        work.order.present(audience.of(room, draft).keySet());
        List<Effect> effects = work.order.tick();
        if (effects.isEmpty()) {
            work.finish();
            return List.of();
        }
        RoomChannel channel = work.order.channel().orElseThrow();
        List<Errand> errands = new ArrayList<>();
        List<DeviceLetter> letters = new ArrayList<>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.LookUp lookUp) {
                errands.add(new Errand.Find(room, lookUp.id(), EventHint.read(lookUp.hint())));
            } else if (effect instanceof Effect.Sync sync) {
                channel.address(sync.to()).ifPresent(to ->
                        letters.add(OrderMail.sync(room, to, sync.message(), channels.now())));
            } else if (effect instanceof Effect.Answer answer) {
                answer(channel, answer, errands, letters, draft);
            }
        }
        work.finish();
        if (!letters.isEmpty()) {
            machine.send(letters, draft);
        }
        return errands;
    }

    private void answer(
            RoomChannel channel, Effect.Answer answer, List<Errand> errands, List<DeviceLetter> letters, Draft draft) {
        MessageId id = answer.id();
        List<Address> to = addresses(channel, answer.to());
        Optional<NumberedRow> row =
                works.tables().numbered().get(draft, channel.room(), id.sender().name(), id.number());
        row.flatMap(NumberedRow::event).ifPresentOrElse(
                event -> errands.add(new Errand.Pass(channel.room(), id, event, to)),
                () -> {
                    if (id.sender().equals(channels.self())) {
                        to.forEach(one -> letters.add(
                                OrderMail.voided(channel.room(), one, id.number(), channels.now())));
                    }
                });
    }

    private static List<Address> addresses(RoomChannel channel, Set<Participant> participants) {
        List<Address> addresses = new ArrayList<>();
        participants.forEach(participant -> channel.address(participant).ifPresent(addresses::add));
        return addresses;
    }

    /** The homeserver has given a message that others lack. */
    public void pass(Errand.Pass errand, JsonObject event, Draft draft) {
        machine.send(
                errand.to().stream()
                        .map(to -> OrderMail.repair(errand.room(), to, errand.id().number(), event, channels.now()))
                        .toList(),
                draft);
    }

    /**
     * The homeserver has given events among which a missing one may be.
     *
     * @param of the message that one event was asked for as
     */
    public void found(RoomId room, List<RoomEvent> events, Optional<MessageId> of, Draft draft) {
        RoomWork work = works.begin(draft, room);
        if (work.row.membership() == RoomRow.Membership.JOIN) {
            found.take(work, events, of);
            work.finish();
        }
    }

    /** Takes in letters of other devices about the order of rooms. */
    void heard(List<DeviceMail> mail, Draft draft) {
        Map<RoomId, List<DeviceMail>> ofRooms = new LinkedHashMap<>();
        mail.forEach(letter -> OrderMail.room(letter).ifPresent(room ->
                ofRooms.computeIfAbsent(room, same -> new ArrayList<>()).add(letter)));
        ofRooms.forEach((room, letters) -> {
            RoomWork work = works.begin(draft, room);
            if (work.row.membership() == RoomRow.Membership.JOIN) {
                letters.stream().filter(letter -> isMember(work, letter)).forEach(letter -> heard(work, letter));
                work.finish();
            }
        });
    }

    private static boolean isMember(RoomWork work, DeviceMail letter) {
        return work.tables.members().get(work.draft, work.room(), letter.from().user())
                .filter(member -> !member.invited())
                .isPresent();
    }

    private void heard(RoomWork work, DeviceMail letter) {
        Address address = new Address(letter.from().user(), letter.from().device());
        Participant from = channels.participants().of(address);
        if (letter.type().equals(OrderMail.SYNC)) {
            OrderMail.message(letter)
                    .filter(message -> MessageId.parse(message.id()).isEmpty()) // else it would be a message itself
                    .ifPresent(message -> work.order.told(from, address, message));
            return;
        }
        OrderMail.nowhere(letter).ifPresent(number -> work.order.voided(new MessageId(from, number)));
        OrderMail.event(letter).ifPresent(event -> found.passedOn(work, event, from));
    }
}
