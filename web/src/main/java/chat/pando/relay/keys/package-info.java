/**
 * What end-to-end encryption needs of a server: device keys, one-time keys, cross-signing, device lists, messages from
 * device to device.
 *
 * <p>Knows the database and the log. It never looks into a key.
 */
package chat.pando.relay.keys;
