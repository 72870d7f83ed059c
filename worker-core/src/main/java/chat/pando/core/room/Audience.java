package chat.pando.core.room;

import chat.pando.channel.Address;
import chat.pando.channel.Participants;
import chat.pando.channel.RoomChannel;
import chat.pando.channel.ack.Participant;
import chat.pando.machine.DeviceName;
import chat.pando.machine.Machine;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.Draft;
import chat.pando.store.MemberRow;
import chat.pando.store.Tables;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who has to have a room's messages before they count as delivered: the devices of the others in it that run Pando.
 *
 * <p>It reads the lists of all these devices, so it keeps what it has found until lists change, which {@link #stale}
 * says.
 */
public final class Audience {

    private final Tables tables;
    private final Machine machine;
    private final Participants participants;
    private final Map<RoomId, Known> known = new LinkedHashMap<>();

    Audience(Tables tables, Machine machine, Participants participants) {
        this.tables = tables;
        this.machine = machine;
        this.participants = participants;
    }

    private record Known(Set<UserId> members, Map<Participant, Address> devices) {

        @Override
        public String toString() {
            return "Known[" + devices.size() + "]";
        }
    }

    /** Device lists have changed. */
    public synchronized void stale() {
        known.clear();
    }

    /** The channel with all of these devices, by their names in it. */
    public RoomChannel in(RoomChannel channel, Draft draft) {
        RoomChannel now = channel;
        for (Map.Entry<Participant, Address> device : of(channel.room(), draft).entrySet()) {
            now = now.with(device.getKey(), device.getValue());
        }
        return now;
    }

    /** These devices, by their names in the room's channel. */
    public synchronized Map<Participant, Address> of(RoomId room, Draft draft) {
        Set<UserId> others = new LinkedHashSet<>();
        for (MemberRow member : tables.members().of(draft, room)) {
            if (!member.invited() && !member.user().equals(machine.user())) {
                others.add(member.user());
            }
        }
        Known before = known.get(room);
        if (before == null || !before.members().equals(others)) {
            before = new Known(others, devices(others, draft));
            known.put(room, before);
        }
        return before.devices();
    }

    private Map<Participant, Address> devices(Set<UserId> users, Draft draft) {
        Map<Participant, Address> devices = new LinkedHashMap<>();
        for (DeviceName name : machine.pandoDevices(users, draft)) {
            Address address = new Address(name.user(), name.device());
            devices.put(participants.of(address), address);
        }
        return devices;
    }
}
