/**
 * Rooms: how sync responses and pages of history become rows, in the clear and in order.
 *
 * <p>Everything here reads and writes a job's {@link chat.pando.store.Draft}; nothing sends, and nothing remembers
 * anything between two jobs. Knows {@code machine}, {@code store}, {@code sync} and {@code matrix}; knows no tab.
 */
package chat.pando.core.room;
