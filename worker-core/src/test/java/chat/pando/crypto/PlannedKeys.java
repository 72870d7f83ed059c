package chat.pando.crypto;

import chat.pando.conformance.DelegatingPrimitives;
import chat.pando.host.AgreementKey;
import chat.pando.host.Primitives;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Primitives whose next agreement keys are known beforehand, so that an Olm session comes out the same each time. */
final class PlannedKeys extends DelegatingPrimitives {

    private final Deque<AgreementKey> planned = new ArrayDeque<>();

    PlannedKeys(Primitives platform) {
        super(platform);
    }

    /** The key pair of a private key as libolm's tests invent them: one byte, then another 31 times. */
    AgreementKey pair(int first, int rest) {
        return agreementKey(bytes(first, rest));
    }

    /** Puts a pair in the queue of those that will be made. */
    void plan(AgreementKey pair) {
        planned.add(pair);
    }

    @Override
    public AgreementKey newAgreementKey() {
        return planned.remove();
    }

    static byte[] bytes(int first, int rest) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) rest);
        bytes[0] = (byte) first;
        return bytes;
    }
}
