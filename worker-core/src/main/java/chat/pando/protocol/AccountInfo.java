package chat.pando.protocol;

/**
 * A signed-in account, as the menu of accounts lists it.
 *
 * @param homeserver base URL of the Client-Server API
 */
public record AccountInfo(String userId, String homeserver) {

    @Override
    public String toString() {
        return "AccountInfo";
    }
}
