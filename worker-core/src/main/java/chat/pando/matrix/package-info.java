/**
 * The Client-Server API as values: identifiers, requests, what answers and errors say. No network, no state.
 *
 * <p>Knows {@code json} and, where a homeserver is looked up, {@code host.Http}; knows no store and no encryption. Nothing
 * that comes from a server is trusted to have the shape that the spec gives it: what is malformed is answered as absent
 * or refused by name, and the rest goes on.
 */
package chat.pando.matrix;
