/**
 * Backups of room keys, which clients encrypt and the server only keeps.
 *
 * <p>Knows the database and nothing of the other parts.
 */
package chat.pando.relay.backup;
