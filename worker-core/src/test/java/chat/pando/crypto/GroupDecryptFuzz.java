package chat.pando.crypto;

import chat.pando.host.Bytes;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/**
 * Any bytes that are given to a Megolm session are decrypted or refused, also those whose sender signed them: a room's
 * member can send what no honest client does.
 */
class GroupDecryptFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final OutboundGroupSession OUTBOUND = WORLD.megolm.newSession();
    private static final InboundGroupSession INBOUND =
            Fuzzing.expected(() -> WORLD.megolm.inbound(WORLD.megolm.sessionKey(OUTBOUND)));

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decrypt(byte[] input) {
        read(input);
        byte[] signedPart = Arrays.copyOf(input, Math.min(input.length, 60_000));
        read(Bytes.concat(signedPart, WORLD.primitives.sign(OUTBOUND.signingKey(), signedPart)));
    }

    private static void read(byte[] message) {
        Fuzzing.readOrRefused(() -> GroupMessage.parse(UnpaddedBase64.encode(message)))
                .ifPresent(parsed -> Fuzzing.readOrRefused(() -> WORLD.megolm.decrypt(INBOUND, parsed)));
    }
}
