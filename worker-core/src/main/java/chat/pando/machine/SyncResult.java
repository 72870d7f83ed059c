package chat.pando.machine;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What came of a sync response.
 *
 * @param toDevice    events for others than the machine, decrypted where they were encrypted, in order
 * @param letters     from Pando on other devices, in order, each once however often the server delivers it
 * @param newRoomKeys sessions of which a key has come, in order: what could not be decrypted may be now
 */
public record SyncResult(
        List<DeviceEvent> toDevice, List<DeviceMail> letters, Set<SessionRef> newRoomKeys) {

    public SyncResult {
        toDevice = List.copyOf(toDevice);
        letters = List.copyOf(letters);
        newRoomKeys = Collections.unmodifiableSet(new LinkedHashSet<>(newRoomKeys));
    }
}
