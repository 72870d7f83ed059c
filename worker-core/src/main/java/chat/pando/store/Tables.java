package chat.pando.store;

import chat.pando.host.Json;
import chat.pando.host.Log;

/** All tables of an account that are not the E2EE machine's own; those are {@link MachineTables}. */
public record Tables(
        Meta meta,
        RoomsTable rooms,
        MembersTable members,
        TimelineTable timeline,
        EventIdsTable eventIds,
        GapsTable gaps,
        UndecryptableTable undecryptable,
        OutboxTable outbox,
        TransfersTable transfers,
        PartsTable parts,
        ChannelsTable channels,
        NumberedTable numbered,
        ParkedTable parked,
        MissingTable missing,
        CommandsTable commands) {

    public static Tables of(Json json, Log log) {
        return new Tables(
                new Meta(json, log),
                new RoomsTable(json, log),
                new MembersTable(json, log),
                new TimelineTable(json, log),
                new EventIdsTable(json, log),
                new GapsTable(json, log),
                new UndecryptableTable(json, log),
                new OutboxTable(json, log),
                new TransfersTable(json, log),
                new PartsTable(json, log),
                new ChannelsTable(json, log),
                new NumberedTable(json, log),
                new ParkedTable(json, log),
                new MissingTable(json, log),
                new CommandsTable(json, log));
    }
}
