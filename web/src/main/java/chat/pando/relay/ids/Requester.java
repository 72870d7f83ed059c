package chat.pando.relay.ids;

/** Who makes a request: a user on a device. */
public record Requester(String userId, String deviceId) {

    /** Hides the names. */
    @Override
    public String toString() {
        return "Requester";
    }
}
