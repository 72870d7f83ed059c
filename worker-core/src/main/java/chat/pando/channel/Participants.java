package chat.pando.channel;

import chat.pando.channel.ack.Participant;
import chat.pando.host.Primitives;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of devices in channels, each worked out once. */
public final class Participants {

    private static final int MOST_KEPT = 2_048;

    private final Primitives primitives;
    private final Map<Address, Participant> known = new LinkedHashMap<>();

    public Participants(Primitives primitives) {
        this.primitives = primitives;
    }

    public synchronized Participant of(UserId user, DeviceId device) {
        return of(new Address(user, device));
    }

    public synchronized Participant of(Address address) {
        Participant name = known.get(address);
        if (name == null) {
            name = Participant.of(address.user(), address.device(), primitives);
            if (known.size() >= MOST_KEPT) {
                known.clear();
            }
            known.put(address, name);
        }
        return name;
    }
}
