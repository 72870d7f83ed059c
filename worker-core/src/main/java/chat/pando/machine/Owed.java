package chat.pando.machine;

import chat.pando.store.Device;
import chat.pando.store.Draft;
import java.util.Collection;

/** What other devices are still to get, once there is an Olm session with them: room keys, and letters. */
record Owed(RoomKeySharing sharing, Correspondence letters) {

    void deliver(Collection<Device> reached, Draft draft) {
        sharing.deliverOwed(reached, draft);
        letters.deliverWaiting(reached, draft);
    }
}
