package chat.pando.relay.accounts;

import java.util.Optional;

/** How a device wants to be signed in. */
public record SignIn(Optional<String> deviceId, Optional<String> displayName, boolean refreshable, String address) {
}
