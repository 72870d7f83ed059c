package chat.pando.store.migration;

import java.util.List;

/** From nothing to the tables that the first Pando had. */
final class V1CreateTables implements Migration {

    private static final List<String> TABLES = List.of(
            "meta",
            "one_time_keys",
            "olm_sessions",
            "olm_troubles",
            "olm_hashes",
            "inbound_group_sessions",
            "outbound_group_sessions",
            "room_key_shares",
            "withheld_keys",
            "megolm_indices",
            "devices",
            "tracked_users",
            "requests",
            "rooms",
            "members",
            "timeline",
            "event_ids",
            "gaps",
            "undecryptable",
            "outbox",
            "transfers",
            "parts",
            "commands");

    @Override
    public void apply(Schema schema) {
        TABLES.forEach(schema::createTable);
    }
}
