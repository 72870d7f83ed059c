/**
 * Cross-signing: a person's three keys, what they sign, and the chains of trust that follow (spec, "Cross-signing";
 * appendix "Signing JSON").
 *
 * <p>Keys are known by their bytes, never by their ids alone, which a server may make equal to a device's. Which master
 * key is believed in the first place is the machine's concern.
 */
package chat.pando.crypto.signing;
