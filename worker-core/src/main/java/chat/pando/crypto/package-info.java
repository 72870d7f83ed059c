/**
 * Olm and Megolm as the spec says, over {@link chat.pando.host.Primitives}. Bytes on the wire equal vodozemac's.
 *
 * <p>Knows {@code host} and {@code json}; knows no store, no network and no rooms.
 */
package chat.pando.crypto;
