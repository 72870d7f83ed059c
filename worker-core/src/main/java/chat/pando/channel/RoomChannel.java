package chat.pando.channel;

import chat.pando.channel.ack.Participant;
import chat.pando.channel.order.Channel;
import chat.pando.channel.order.ChannelJson;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import chat.pando.store.ChannelRow;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The channel that a room is, with the devices that have been heard of in it.
 *
 * @param devices whose devices the participants are: a name in a channel doesn't tell
 */
public record RoomChannel(RoomId room, Channel order, Map<Participant, Address> devices) {

    public RoomChannel {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
    }

    public RoomChannel with(Channel now) {
        return new RoomChannel(room, now, devices);
    }

    /** With a device that has been heard of. */
    public RoomChannel with(Participant participant, Address address) {
        if (address.equals(devices.get(participant))) {
            return this;
        }
        Map<Participant, Address> all = new TreeMap<>(devices);
        all.put(participant, address);
        return new RoomChannel(room, order, all);
    }

    public Optional<Address> address(Participant participant) {
        return Optional.ofNullable(devices.get(participant));
    }

    ChannelRow row() {
        JsonObject.Builder names = JsonObject.builder();
        devices.forEach((participant, address) -> names.put(participant.name(), JsonObject.builder()
                .put("user", address.user().value())
                .put("device", address.device().value())
                .build()));
        return new ChannelRow(room, ChannelJson.write(order), names.build());
    }

    /** @throws JsonShapeException where the row holds none */
    static RoomChannel of(ChannelRow row) {
        Map<Participant, Address> devices = new TreeMap<>();
        for (String name : row.devices().names()) {
            JsonObject address = row.devices().requireObject(name);
            Participant.parse(name).ifPresent(participant -> devices.put(participant, new Address(
                    new UserId(address.requireString("user")), new DeviceId(address.requireString("device")))));
        }
        return new RoomChannel(row.room(), ChannelJson.read(row.order()), devices);
    }

    @Override
    public String toString() {
        return "RoomChannel";
    }
}
