package chat.pando.store.migration;

/** Adds what order in channels needs: the channels, whose messages have which number, and what waits or is missing. */
final class V3AddOrder implements Migration {

    @Override
    public void apply(Schema schema) {
        schema.createTable("channels");
        schema.createTable("numbered");
        schema.createTable("parked");
        schema.createTable("missing");
    }
}
