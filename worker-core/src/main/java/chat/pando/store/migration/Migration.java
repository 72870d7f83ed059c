package chat.pando.store.migration;

/** One step from a version of the schema to the next. */
@FunctionalInterface
public interface Migration {

    void apply(Schema schema);
}
