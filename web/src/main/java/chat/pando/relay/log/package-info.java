/**
 * The one log that every change appends to, cursors into it, and waking those who wait for it.
 *
 * <p>What makes {@code sync} gap-safe is here and only here: positions become visible in their order (see
 * {@link chat.pando.relay.log.Log}), notifications only wake, and whoever waits reads on from a
 * {@link chat.pando.relay.log.Cursor}. Knows nothing of what the entries mean, so that any transport can serve the same
 * cursor.
 */
package chat.pando.relay.log;
