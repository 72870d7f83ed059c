package chat.pando.store.migration;

/** Adds what letters between devices need: those that wait, the keys that are asked for, and who runs Pando. */
final class V2AddLetters implements Migration {

    @Override
    public void apply(Schema schema) {
        schema.createTable("letters");
        schema.createTable("wanted_keys");
        schema.createTable("pando_devices");
    }
}
