/**
 * The connection to the homeserver: long poll, supervisor, back-off, patient delivery, and the filling of gaps.
 *
 * <p>A {@link chat.pando.sync.Supervisor} alone decides when an account may talk to its server; everything that waits
 * asks it. What a response means is the core's matter: here it is handed on as a value, and the position is the store's.
 *
 * <p>Knows {@code store}, {@code matrix}, {@code host} and {@code json}; knows no tab and no encryption.
 */
package chat.pando.sync;
