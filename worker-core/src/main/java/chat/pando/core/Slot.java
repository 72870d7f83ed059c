package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.LinkWords;
import chat.pando.host.Locks;
import chat.pando.protocol.Connection;
import chat.pando.protocol.Problem;
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

    /** Whether it is still open how it ends. */
    boolean isOpening() {
        return account.isEmpty() && trouble.isEmpty();
    }

    /** How an account stands that is not open. */
    Connection connection() {
        return trouble.map(LinkWords::stopped).orElseGet(LinkWords::waitingForAnotherCore);
    }

    /** Why nothing can be done with an account that is not open. */
    Problem problem() {
        return connection().problem().orElseThrow();
    }

    /** Whether the account's data are gone, and with them its device: only a new device can take its place. */
    boolean isLost() {
        return trouble.or(() -> account.map(open -> open.link().trouble()))
                .filter(Trouble.STORAGE_LOST::equals)
                .isPresent();
    }
}
