/**
 * A proxy between the browser and the homeserver that keeps a record of every request and can disturb any of them.
 *
 * <p>The record is what the laws about the wire are checked against: one {@code /sync} connection per device, no
 * one-time key twice, the same bytes under the same transaction id. It knows HTTP and a bit of the Client-Server API,
 * and nothing of Pando.
 */
package chat.pando.e2e.proxy;
