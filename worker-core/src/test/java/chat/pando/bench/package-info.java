/**
 * Pando's part in the lab's {@code bench crypto} and {@code bench share}: Olm, Megolm and the machine as they are compiled
 * for a browser, in a SharedWorker.
 *
 * <p>{@code e2e} compiles {@code chat.pando.browser.CryptoContender} and runs it beside other libraries.
 */
package chat.pando.bench;
