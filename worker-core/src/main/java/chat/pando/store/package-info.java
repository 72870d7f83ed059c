/**
 * What is durable: the store of one account, its tables, and {@link chat.pando.store.Changes}, the one value in which
 * every job ends.
 *
 * <p>A store is a set of ordered tables of small rows. Each table has one class that knows its keys and its rows.
 * IndexedDB implements it in {@code chat.pando.browser}; {@link chat.pando.store.MemoryStore} serves tests and the lab.
 * The one conformance suite runs on both.
 */
package chat.pando.store;
