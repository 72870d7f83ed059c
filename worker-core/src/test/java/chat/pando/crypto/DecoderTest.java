package chat.pando.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat.pando.host.CryptoException;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.KeyHandle;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.NanoJson;
import chat.pando.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes from others is read or refused with a {@link CryptoException}, and nothing else. */
class DecoderTest {

    private static final int ROUNDS = 20_000;

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Olm olm = new Olm(primitives);
    private final Megolm megolm = new Megolm(primitives, byte[]::new);

    private interface Decoder {

        void decode(String text) throws CryptoException;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "AB", "AAB", "====", "A===", "AA=", "AAAA=", "AA==AA==", "A-==", "AA A",
        "AAAA\n", "ÄAAA", "AA\u2028A", "_-__"})
    void base64RefusesWhatNoEncoderWrites(String text) {
        assertThrows(CryptoException.class, () -> UnpaddedBase64.decode(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "fo", "foo", "foob", "fooba", "foobar"})
    void base64ReadsPaddedAndUnpadded(String text) throws CryptoException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        String padded = Base64.getEncoder().encodeToString(bytes);
        String unpadded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        assertEquals(unpadded, UnpaddedBase64.encode(bytes));
        assertArrayEquals(bytes, UnpaddedBase64.decode(padded));
        assertArrayEquals(bytes, UnpaddedBase64.decode(unpadded));
    }

    @Test
    void base64KeepsAnyBytes() throws CryptoException {
        Random random = new Random(64);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = bytes(random, length);
            assertArrayEquals(bytes, UnpaddedBase64.decode(UnpaddedBase64.encode(bytes)));
        }
    }

    @Test
    void keysAndSignaturesHaveTheirLength() {
        for (int length : new int[] {0, 31, 33, 63, 65}) {
            assertThrows(CryptoException.class, () -> new Curve25519PublicKey(new byte[length]));
            assertThrows(CryptoException.class, () -> new Ed25519PublicKey(new byte[length]));
            assertThrows(CryptoException.class, () -> new Ed25519Signature(new byte[length]));
        }
    }

    @Test
    void unknownTypesOfOlmMessagesAreRefused() {
        for (long type : new long[] {-1, 2, Long.MAX_VALUE}) {
            assertThrows(CryptoException.class, () -> OlmMessage.parse(type, "AwA"));
        }
    }

    @Tag("rounds")
    @Test
    void mutatedMessagesAndKeys() throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OlmAccount bob = olm.newAccount();
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
        OlmMessage preKey = olm.encrypt(session, new byte[40]).message();
        OutboundGroupSession outbound = megolm.newSession();
        String sessionKey = megolm.sessionKey(outbound);
        InboundGroupSession inbound = megolm.inbound(sessionKey);
        mutate(preKey.body(), text -> OlmMessage.parse(0, text));
        mutate(preKey.ratchetMessage().body(), text -> OlmMessage.parse(1, text));
        mutate(megolm.encrypt(outbound, new byte[40]).ciphertext(), GroupMessage::parse);
        mutate(megolm.exportAt(inbound, 0), megolm::imported);
        mutate(alice.identityKey().base64(), Curve25519PublicKey::fromBase64);
        mutate(alice.fingerprintKey().base64(), Ed25519PublicKey::fromBase64);
    }

    @Tag("rounds")
    @Test
    void mutatedStoredSessions() throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OlmAccount bob = olm.newAccount();
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
        OlmSession.Encrypted skipped = olm.encrypt(session, new byte[9]);
        PreKeyMessage first = (PreKeyMessage) olm.encrypt(skipped.next(), new byte[9]).message();
        OlmSession due = olm.inbound(bob, alice.identityKey(), first, key.pair()).next();
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        mutateJson(session.toJson(), json -> OlmSession.fromJson(json, session.keyHandles()));
        mutateJson(due.toJson(), json -> OlmSession.fromJson(json, List.of()));
        mutateJson(outbound.toJson(), json -> OutboundGroupSession.fromJson(json, outbound.keyHandles()));
        mutateJson(inbound.toJson(), InboundGroupSession::fromJson);
    }

    @Test
    void storedSessionsNeedTheirHandles() throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OlmSession session = olm.outbound(alice, olm.newAccount().identityKey(), alice.identityKey());
        OutboundGroupSession outbound = megolm.newSession();
        List<List<KeyHandle>> wrong = List.of(List.of(), List.of(primitives.newSealingKey()));
        for (List<KeyHandle> handles : wrong) {
            assertThrows(CryptoException.class, () -> OlmSession.fromJson(session.toJson(), handles));
            assertThrows(CryptoException.class, () -> OutboundGroupSession.fromJson(outbound.toJson(), handles));
        }
    }

    @Test
    void nothingPrintsASecret() throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        OlmSession session = olm.outbound(alice, alice.identityKey(), key.publicKey());
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        String printed = List.of(alice, key, session, session.ratchet(), outbound, outbound.ratchet(), inbound)
                .toString();
        for (JsonObject json : List.of(session.toJson(), outbound.toJson(), inbound.toJson())) {
            for (String secret : strings(json)) {
                assertFalse(printed.contains(secret), "a secret is printed");
            }
        }
        assertFalse(printed.contains(alice.identityKey().base64()), "a key is printed");
    }

    private static List<String> strings(JsonObject json) {
        List<String> strings = new ArrayList<>();
        for (String name : json.names()) {
            json.string(name).ifPresent(strings::add);
            json.object(name).ifPresent(inner -> strings.addAll(strings(inner)));
        }
        return strings;
    }

    private static void mutate(String base64, Decoder decoder) throws CryptoException {
        decoder.decode(base64);
        byte[] bytes = UnpaddedBase64.decode(base64);
        Random random = new Random(base64.length());
        for (int round = 0; round < ROUNDS; round++) {
            String mutated = round % 4 == 0
                    ? mutateText(random, base64)
                    : UnpaddedBase64.encode(mutateBytes(random, bytes));
            assertDoesNotThrow(() -> readOrRefuse(decoder, mutated));
        }
    }

    private static void readOrRefuse(Decoder decoder, String text) {
        try {
            decoder.decode(text);
        } catch (CryptoException refused) {
            assertFalse(refused.getMessage().isBlank(), "a refusal says why");
        }
    }

    private interface JsonDecoder {

        void decode(JsonObject json) throws CryptoException;
    }

    private static void mutateJson(JsonObject json, JsonDecoder decoder) throws CryptoException {
        decoder.decode(json);
        NanoJson parser = new NanoJson();
        Random random = new Random(json.text().length());
        for (int round = 0; round < ROUNDS; round++) {
            String mutated = mutateText(random, json.text());
            assertDoesNotThrow(() -> readOrRefuse(text -> {
                try {
                    if (parser.parse(text) instanceof JsonObject object) {
                        decoder.decode(object);
                    }
                } catch (JsonSyntaxException noJson) {
                    throw new CryptoException("no JSON");
                }
            }, mutated));
        }
    }

    private static byte[] mutateBytes(Random random, byte[] bytes) {
        byte[] mutated = random.nextInt(4) == 0
                ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 20))
                : bytes.clone();
        for (int i = random.nextInt(4); i >= 0 && mutated.length > 0; i--) {
            // Mostly near the beginning, where the structure is.
            int at = random.nextInt(random.nextBoolean() ? Math.min(8, mutated.length) : mutated.length);
            mutated[at] = (byte) random.nextInt(256);
        }
        return mutated;
    }

    private static String mutateText(Random random, String text) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = random.nextInt(3); i >= 0 && mutated.length() > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65536));
                default -> mutated.insert(at, "{}[]\":,0-9=A/".charAt(random.nextInt(13)));
            }
        }
        return mutated.toString();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
