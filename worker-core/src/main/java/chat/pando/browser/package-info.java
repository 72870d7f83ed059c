/**
 * The host in a browser: WebCrypto, IndexedDB, fetch, Web Locks, message ports, inside a SharedWorker.
 *
 * <p>The only package of the core that may import {@code org.teavm.jso}. It knows the ports of {@code host} and
 * {@code store} and implements them; nothing below knows it.
 */
package chat.pando.browser;
