package chat.pando.lab.bench;

/** What came of a benchmark. */
interface Tabled {

    /** For people to read, as Markdown. */
    String table();
}
