package chat.pando.protocol;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a tab shows, at one moment.
 *
 * @param accounts all accounts that are signed in in this browser profile, the one used last first
 * @param view     the account that this tab shows; empty shows the sign-in screen
 * @param keys     how well this browser keeps private keys, in a sentence; empty where that is not known
 */
public record Snapshot(List<AccountInfo> accounts, Optional<AccountView> view, Optional<String> keys) {

    public Snapshot {
        accounts = List.copyOf(accounts);
    }

    /** A snapshot that says nothing of private keys. */
    public Snapshot(List<AccountInfo> accounts, Optional<AccountView> view) {
        this(accounts, view, Optional.empty());
    }
}
