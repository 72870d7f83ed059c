package chat.pando.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One account as a tab shows it.
 *
 * @param deviceId    empty for an account that is registered but not open: its data can't be read now
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

    @Override
    public String toString() {
        return "AccountView[" + connection + ", rooms=" + rooms.size() + ", open=" + open + "]";
    }

    /** Whether the account is being opened: a tab waits, for a welcome with its rooms follows by itself. */
    public boolean opening() {
        return deviceId.isEmpty() && connection.state() == Connection.State.CONNECTING;
    }
}
