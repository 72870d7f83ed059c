/**
 * Reading and writing JSON, strictly where it comes from outside, and the refusals that say what was wrong with it.
 *
 * <p>Apart from the client's own JSON on purpose: the relay is a second implementation of the same protocol and shares
 * no code with the client it serves.
 */
package chat.pando.relay.json;
