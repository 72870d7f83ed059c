package chat.pando.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a tab shows, at one moment.
 *
 * @param accounts all accounts that are signed in in this browser profile, the one used last first
 * @param view     the account that this tab shows; empty shows the sign-in screen
 */
public record Snapshot(List<AccountInfo> accounts, Optional<AccountView> view) {

    public Snapshot {
        accounts = List.copyOf(accounts);
    }
}
