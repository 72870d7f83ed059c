package chat.pando.machine;

import java.util.List;
import java.util.Set;

/**
 * What came of a sync response.
 *
 * @param toDevice    events for others than the machine, decrypted where they were encrypted, in order
 * @param newRoomKeys sessions of which a key has come: what could not be decrypted may be now
 */
public record SyncResult(List<DeviceEvent> toDevice, Set<SessionRef> newRoomKeys) {

    public SyncResult {
        toDevice = List.copyOf(toDevice);
        newRoomKeys = Set.copyOf(newRoomKeys);
    }
}
