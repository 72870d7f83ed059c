package chat.pando.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One account as a tab shows it.
 *
 * @param fingerprint the device's Ed25519 key, unpadded base64
 * @param rooms       joined rooms and invitations, in no particular order
 * @param open        the room that the tab has open
 */
public record AccountView(
        String userId,
        String deviceId,
        String fingerprint,
        String homeserver,
        Connection connection,
        List<RoomSummary> rooms,
        Optional<RoomView> open) {

    public AccountView {
        rooms = List.copyOf(rooms);
    }
}
