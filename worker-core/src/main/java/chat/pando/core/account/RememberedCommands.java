package chat.pando.core.account;

import chat.pando.store.CommandsTable;
import chat.pando.store.Draft;

/** How long commands are remembered: longer than any tab repeats one. */
final class RememberedCommands {

    private static final long KEPT_MILLIS = 24 * 3_600_000L;

    private RememberedCommands() {}

    static void prune(CommandsTable commands, long now, Draft draft) {
        commands.all(draft).stream()
                .filter(row -> row.at() < now - KEPT_MILLIS)
                .forEach(row -> commands.delete(draft, row));
    }
}
