package chat.pando.browser;

import chat.pando.browser.hashing.HashingProgram;
import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;

/** That hashes are made at once where they can be, and that what they were made of doesn't stay in the memory. */
final class HashingConformance implements Conformance {

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("runs where WebAssembly has a garbage collector", this::runs),
                new Case("forgets what it was given, and what it gave", this::forgets),
                new Case("hashes what its memory has no room for", this::hashesWhatIsLong));
    }

    private void runs() {
        Check.equal(collectsGarbage(), WasmHashes.load(new ScriptHashes()).isPresent());
    }

    private void forgets() {
        Optional<WasmHashes> loaded = WasmHashes.load(new ScriptHashes());
        if (loaded.isEmpty()) {
            return;
        }
        byte[] secret = new byte[200];
        Arrays.fill(secret, (byte) 0x5a);
        loaded.get().sha256(secret);
        loaded.get().hmac(secret, secret);
        loaded.get().hmacAll(secret, List.of(secret, secret));
        loaded.get().hkdf(secret, secret, secret, 300);
        Check.that(loaded.get().isBlank(), "an empty memory");
    }

    /** Around as many bytes as there is room for, with and without a key of 32 before them. */
    private void hashesWhatIsLong() {
        Hashes script = new ScriptHashes();
        Hashes best = Hashes.best();
        byte[] key = filled(32);
        byte[] info = filled(11);
        for (int length : new int[] {
            HashingProgram.ROOM - 33, HashingProgram.ROOM - 32, HashingProgram.ROOM - 31,
            HashingProgram.ROOM, HashingProgram.ROOM + 1, 3 * HashingProgram.ROOM
        }) {
            byte[] message = filled(length);
            Span stretch = new Span(1, length);
            Check.equal(script.sha256(message), best.sha256(message));
            Check.equal(script.hmac(key, message), best.hmac(key, message));
            Check.equal(script.hmac(message, key), best.hmac(message, key));
            Check.equal(
                    script.hmac(key, Span.whole(key), message, stretch),
                    best.hmac(key, Span.whole(key), message, stretch));
            Check.equal(script.hkdf(message, key, info, 80), best.hkdf(message, key, info, 80));
            List<byte[]> many = List.of(message, info, message, key);
            for (int i = 0; i < many.size(); i++) {
                Check.equal(script.hmac(key, many.get(i)), best.hmacAll(key, many).get(i));
            }
        }
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 >> 3);
        }
        return bytes;
    }

    /** Whether a module with a type of a struct is a valid one. */
    @JSBody(script = "return typeof WebAssembly === 'object' && WebAssembly.validate("
            + "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]));")
    private static native boolean collectsGarbage();
}
