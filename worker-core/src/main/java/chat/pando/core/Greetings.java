package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.AccountInfo;
import chat.pando.protocol.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The snapshots that were made since their account last changed: tabs that open at once, or wake at once, share them
 * with their text.
 */
final class Greetings {

    /**
     * What a tab asks for, and what of the answer doesn't come from the account.
     *
     * @param room     the room that the tab has open
     * @param accounts all accounts there are
     * @param keys     how well private keys are kept
     */
    record Occasion(Optional<String> room, List<AccountInfo> accounts, Optional<String> keys) {

        @Override
        public String toString() {
            return "Occasion"; // rooms and accounts have names of people
        }
    }

    /**
     * A snapshot, and what a tab that was sent it shows.
     *
     * @param window as in {@link chat.pando.core.view.Views.OpenedRoom}
     */
    record Greeting(Written snapshot, Optional<RoomId> open, String window) {

        @Override
        public String toString() {
            return "Greeting";
        }
    }

    private final Map<Account, Map<Occasion, Greeting>> made = new HashMap<>();

    /** The greeting for an occasion. To be called between two jobs; the maker may read. */
    Greeting of(Account account, Occasion occasion, Supplier<Greeting> maker) {
        Optional<Greeting> known = find(account, occasion);
        if (known.isPresent()) {
            return known.get();
        }
        Greeting fresh = maker.get();
        synchronized (this) {
            made.computeIfAbsent(account, key -> new HashMap<>()).put(occasion, fresh);
        }
        return fresh;
    }

    private synchronized Optional<Greeting> find(Account account, Occasion occasion) {
        return Optional.ofNullable(made.getOrDefault(account, Map.of()).get(occasion));
    }

    /** The account's data or its connection have changed, or it is gone. */
    synchronized void forget(Account account) {
        made.remove(account);
    }
}
