/**
 * Users, their devices and tokens, and what their clients store with the server.
 *
 * <p>Knows the database and the log, and {@code keys} only to say that a user's devices changed. It knows nothing of
 * rooms.
 */
package chat.pando.relay.accounts;
