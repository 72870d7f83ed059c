package chat.pando.browser;

import chat.pando.host.Span;
import java.util.List;

/**
 * SHA-256, HMAC and HKDF at once, without a promise: whoever calls them can't be suspended, so that TeaVM compiles what
 * lies between two waits as plain functions.
 */
interface Hashes {

    /** The fastest that this browser can do. */
    static Hashes best() {
        Hashes everywhere = new ScriptHashes();
        return WasmHashes.load(everywhere).<Hashes>map(loaded -> loaded).orElse(everywhere);
    }

    byte[] sha256(byte[] message);

    byte[] hmac(byte[] key, byte[] message);

    /** The code of a stretch of some bytes, under a stretch of others. */
    byte[] hmac(byte[] keys, Span key, byte[] messages, Span message);

    /** The codes of messages under one key. */
    List<byte[]> hmacAll(byte[] key, List<byte[]> messages);

    /** @param length at most 8,160 bytes */
    byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length);
}
