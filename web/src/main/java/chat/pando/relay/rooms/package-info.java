/**
 * Rooms: making and finding them, coming in and leaving, sending, reading back, receipts, typing.
 *
 * <p>Uses {@code events} for everything that changes a room. Knows {@code accounts} only to see whether a user exists
 * and to keep read markers.
 */
package chat.pando.relay.rooms;
