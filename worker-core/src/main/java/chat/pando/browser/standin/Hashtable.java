package chat.pando.browser.standin;

import java.util.HashMap;

/**
 * A Hashtable without monitors. Bouncy Castle's HMAC has one, for hashes that Pando doesn't use: with the true one it might be
 * suspended, for all that TeaVM knows, and with it all that hashes.
 */
public final class Hashtable<K, V> extends HashMap<K, V> {}
