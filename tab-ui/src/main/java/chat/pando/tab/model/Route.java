package chat.pando.tab.model;

import java.util.Collection;
import java.util.Optional;

/**
 * What a tab shows, as it remembers it over a reload.
 *
 * @param account the account; empty for the one used last
 * @param adding  whether the sign-in screen is up to add an account
 * @param room    the room
 */
public record Route(Optional<String> account, boolean adding, Optional<String> room) {

    private static final String ACCOUNT = "pando.account";
    private static final String ADDING = "pando.adding";
    private static final String ROOM = "pando.room/";

    /** The account used last, no room. */
    public static final Route START = new Route(Optional.empty(), false, Optional.empty());

    /** What the tab showed before. */
    public static Route recall(Memory memory) {
        Optional<String> account = memory.read(ACCOUNT);
        return new Route(account, memory.read(ADDING).isPresent(), account.flatMap(a -> memory.read(ROOM + a)));
    }

    /** An account, with the room that this tab last showed of it. */
    public static Route to(String account, Memory memory) {
        return new Route(Optional.of(account), false, memory.read(ROOM + account));
    }

    public void remember(Memory memory) {
        keep(memory, ACCOUNT, account);
        keep(memory, ADDING, adding ? Optional.of("yes") : Optional.empty());
        account.ifPresent(a -> keep(memory, ROOM + a, room));
    }

    public Route withRoom(Optional<String> other) {
        return new Route(account, adding, other);
    }

    public Route toAddAccount() {
        return new Route(account, true, Optional.empty());
    }

    /** Forgets the rooms that this tab showed of accounts that are signed out. */
    public static void forgetAllBut(Collection<String> accounts, Memory memory) {
        memory.names(ROOM).stream()
                .filter(name -> !accounts.contains(name.substring(ROOM.length())))
                .forEach(memory::forget);
    }

    private static void keep(Memory memory, String name, Optional<String> value) {
        value.ifPresentOrElse(v -> memory.write(name, v), () -> memory.forget(name));
    }
}
