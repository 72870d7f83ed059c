package chat.pando.tab.model;

import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Delta;
import chat.pando.protocol.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that a tab shows: a snapshot, kept up to date by deltas. */
public final class TabModel {

    private List<AccountInfo> accounts = List.of();
    private Optional<AccountModel> account = Optional.empty();
    private Optional<String> keys = Optional.empty();

    /** All accounts that are signed in in this browser profile, the one used last first. */
    public List<AccountInfo> accounts() {
        return accounts;
    }

    /** The account that this tab shows. */
    public Optional<AccountModel> account() {
        return account;
    }

    /** How well this browser keeps private keys, in a sentence. */
    public Optional<String> keys() {
        return keys;
    }

    public Optional<OpenRoom> openRoom() {
        return account.flatMap(AccountModel::open);
    }

    /** Starts over from a snapshot. */
    public void reset(Snapshot snapshot) {
        accounts = snapshot.accounts();
        account = snapshot.view().map(AccountModel::new);
        keys = snapshot.keys();
    }

    /** Applies the deltas in order, and answers what they touched. */
    public Set<Aspect> apply(List<Delta> deltas) {
        Set<Aspect> touched = EnumSet.noneOf(Aspect.class);
        for (Delta delta : deltas) {
            apply(delta, touched);
        }
        return touched;
    }

    private void apply(Delta delta, Set<Aspect> touched) {
        if (delta instanceof Delta.AccountsChanged changed) {
            accounts = List.copyOf(changed.accounts());
            touched.add(Aspect.ACCOUNTS);
        } else if (delta instanceof Delta.SignedOut gone) {
            if (account.filter(a -> a.userId().equals(gone.userId())).isPresent()) {
                account = Optional.empty();
                touched.add(Aspect.SIGNED_OUT);
            }
        } else {
            account.ifPresent(shown -> shown.apply(delta, touched));
        }
    }
}
