package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes that are given to an Olm session, or ask for a new one, are decrypted or refused. */
class OlmDecryptFuzz {

    private static final Fuzzing WORLD = new Fuzzing();
    private static final OlmAccount ALICE = WORLD.olm.newAccount();
    private static final OlmAccount BOB = WORLD.olm.newAccount();
    private static final OneTimeKey KEY = WORLD.olm.newOneTimeKeys(0, 1).get(0);
    private static final OlmSession ALICES =
            Fuzzing.expected(() -> WORLD.olm.outbound(ALICE, BOB.identityKey(), KEY.publicKey()));
    private static final PreKeyMessage FIRST =
            (PreKeyMessage) Fuzzing.expected(() -> WORLD.olm.encrypt(ALICES, new byte[3])).message();
    private static final OlmSession BOBS =
            Fuzzing.expected(() -> WORLD.olm.inbound(BOB, ALICE.identityKey(), FIRST, KEY.pair())).next();

    @FuzzTest(maxDuration = Fuzzing.DURATION)
    void decrypt(byte[] input) {
        String body = UnpaddedBase64.encode(input);
        Fuzzing.readOrRefused(() -> OlmMessage.parse(RatchetMessage.TYPE, body)).ifPresent(message -> {
            Fuzzing.readOrRefused(() -> WORLD.olm.decrypt(BOBS, message));
            Fuzzing.readOrRefused(() -> WORLD.olm.decrypt(ALICES, message));
        });
        Fuzzing.readOrRefused(() -> OlmMessage.parse(PreKeyMessage.TYPE, body))
                .map(PreKeyMessage.class::cast)
                .ifPresent(OlmDecryptFuzz::begin);
    }

    private static void begin(PreKeyMessage message) {
        Fuzzing.readOrRefused(
                        () -> WORLD.olm.inbound(BOB, message.keys().identityKey(), message, KEY.pair()))
                .ifPresent(begun -> assertEquals(message.keys(), begun.next().keys()));
    }
}
