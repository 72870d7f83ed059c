package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.host.Locks;
import chat.pando.store.AccountEntry;
import chat.pando.sync.Trouble;
import java.util.Optional;

/**
 * The place of one registered account in this core.
 *
 * @param account the account, once it is open
 * @param lock    the right to write it (law 1), once it is ours
 * @param trouble why it could not be opened, where it couldn't
 */
record Slot(
        AccountEntry entry, Optional<Account> account, Optional<Locks.Held> lock, Optional<Trouble> trouble) {

    static Slot opening(AccountEntry entry) {
        return new Slot(entry, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Slot locked(Locks.Held held) {
        return new Slot(entry, account, Optional.of(held), trouble);
    }

    Slot open(Account opened) {
        return new Slot(entry, Optional.of(opened), lock, Optional.empty());
    }

    Slot failed(Trouble why) {
        return new Slot(entry, Optional.empty(), lock, Optional.of(why));
    }

    Slot usedAt(long millis) {
        return new Slot(entry.usedAt(millis), account, lock, trouble);
    }
}
