package chat.pando.browser;

import static chat.pando.host.Bytes.concat;
import static chat.pando.host.Bytes.wipe;

import chat.pando.browser.hashing.BouncyHashes;
import chat.pando.host.Span;
import java.util.ArrayList;
import java.util.List;

/** {@link Hashes} in JavaScript, which every browser runs; {@link WasmHashes} takes a quarter of the time. */
final class ScriptHashes implements Hashes {

    private final BouncyHashes hashes = new BouncyHashes();

    @Override
    public byte[] sha256(byte[] message) {
        byte[] hash = new byte[BouncyHashes.LENGTH];
        hashes.sha256(message, message.length, hash);
        return hash;
    }

    @Override
    public byte[] hmac(byte[] key, byte[] message) {
        return hmac(key, Span.whole(key), message, Span.whole(message));
    }

    @Override
    public byte[] hmac(byte[] keys, Span key, byte[] messages, Span message) {
        hashes.key(keys, key.from(), key.length());
        return code(messages, message);
    }

    @Override
    public List<byte[]> hmacAll(byte[] key, List<byte[]> messages) {
        hashes.key(key, 0, key.length);
        List<byte[]> codes = new ArrayList<>(messages.size());
        for (byte[] message : messages) {
            codes.add(code(message, Span.whole(message)));
        }
        return codes;
    }

    private byte[] code(byte[] messages, Span message) {
        byte[] code = new byte[BouncyHashes.LENGTH];
        hashes.code(messages, message.from(), message.length(), code);
        return code;
    }

    @Override
    public byte[] hkdf(byte[] secret, byte[] salt, byte[] info, int length) {
        byte[] derived = new byte[length];
        byte[] secretAndSalt = concat(secret, salt);
        hashes.hkdf(secretAndSalt, secret.length, salt.length, info, derived, length);
        wipe(secretAndSalt);
        return derived;
    }
}
