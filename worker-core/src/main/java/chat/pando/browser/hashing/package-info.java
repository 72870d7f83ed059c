/**
 * A program of its own, which TeaVM compiles to WebAssembly and not to JavaScript: Bouncy Castle's SHA-256, HMAC and HKDF.
 * {@code core.js} carries it as a resource.
 *
 * <p>WebAssembly hashes four times as fast as JavaScript, and at once, where each of WebCrypto's answers has to be waited
 * for (see "What cryptography costs" in the README of {@code worker-core}).
 */
package chat.pando.browser.hashing;
