/**
 * Rooms: how sync responses and pages of history become rows, in the clear and in order.
 *
 * <p>Parts of long texts become one entry ({@link chat.pando.core.room.Assembly}). Messages that say what they follow
 * wait for it, and what doesn't come is told as missing ({@link chat.pando.core.room.RoomOrder}).
 *
 * <p>Everything here reads and writes a job's {@link chat.pando.store.Draft}; nothing sends, and nothing remembers
 * anything between two jobs. Knows {@code machine}, {@code channel}, {@code store}, {@code sync} and {@code matrix}; knows no tab.
 */
package chat.pando.core.room;
