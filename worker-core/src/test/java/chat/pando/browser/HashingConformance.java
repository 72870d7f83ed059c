package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
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
                new Case("forgets what it was given, and what it gave", this::forgets));
    }

    private void runs() {
        Check.equal(collectsGarbage(), WasmHashes.load().isPresent());
    }

    private void forgets() {
        Optional<WasmHashes> loaded = WasmHashes.load();
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

    /** Whether a module with a type of a struct is a valid one. */
    @JSBody(script = "return typeof WebAssembly === 'object' && WebAssembly.validate("
            + "new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]));")
    private static native boolean collectsGarbage();
}
