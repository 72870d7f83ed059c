package chat.pando.store.migration;

/** The tables of a database while it is being migrated. */
public interface Schema {

    void createTable(String name);

    void deleteTable(String name);
}
