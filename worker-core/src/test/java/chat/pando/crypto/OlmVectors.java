package chat.pando.crypto;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What libolm and vodozemac have published of Olm, and a whole conversation as libolm 3.2.15 holds it when its random
 * bytes are those of its own {@code test_olm.cpp}: each message is the same to the last bit.
 */
public final class OlmVectors implements Conformance {

    /** From libolm's test_olm_decrypt.cpp: what its decoder refuses. */
    private static final List<String> MALFORMED = List.of(
            "41776f",
            "7fff6f0101346d671201",
            "ee776f41496f674177804177778041776f6716670a677d6f670a67c2677d",
            "e9e9c9c1e9e9c9e9c9c1e9e9c9c1");

    /** From vodozemac's tests of messages. */
    private static final String VODOZEMAC_PRE_KEY =
            "AwoghAEuxPZ+w7M3pgUae4tDNiggUpOsQ/zci457VAtiAEYSIO3xOKRDBWKicIfxjSmYCYZ9DD4RMLjvvclbMlE5yIEWGiApLrCr853C"
                    + "KlPpW4Bi7S8ykRcejJ0lq7AfYLXKCjKdHSJPAwoghw3+P+cajhWj9Qzp5g87h+tbpiuh5wEaeUppqmWqug4QASIgRhZ2"
                    + "cgZcIWQbIa23R7U4y1Mo1R/tLCaMU+xjzRV5smGsCrJ6AHwktg";
    private static final String VODOZEMAC_NORMAL =
            "AwogI7JhE/UsMZqXKb3xV6kUZWoJc6jTm2+AIgWYmaETIR0QASIQ+X2zb7kEX/3JvoLspcNBcLWOFXYpV0nS";

    private static final String HELLO =
            "Awog0KMaE9yn/zqHIr1kWnnzhLk2teXbHT8uuxG88drKH00SIDw3tOL8LYz3aom4SZnYS1Nsfdsly9GOJPScScZM8sIXGiDeLp0Xm0rh"
                    + "QwH5FKAdHWDoeL2FIqmnTPxqVStjKf11TCI/AwogEwKAn4sK0Zv3eXQU+H+oVT25JnMQScNj9tvibzh/910QACIQq7zk"
                    + "oCNVfF0+yx3oH7EqZv+mzo8019gA";
    private static final String AND_AGAIN =
            "Awog0KMaE9yn/zqHIr1kWnnzhLk2teXbHT8uuxG88drKH00SIDw3tOL8LYz3aom4SZnYS1Nsfdsly9GOJPScScZM8sIXGiDeLp0Xm0rh"
                    + "QwH5FKAdHWDoeL2FIqmnTPxqVStjKf11TCI/AwogEwKAn4sK0Zv3eXQU+H+oVT25JnMQScNj9tvibzh/910QASIQXiZJ"
                    + "37cjVCBMl4ORxJmhvkhg8zoesTOG";
    private static final String REPLY =
            "Awogrswj1hhfhSqXfSziK/h001A/2ZZJRXQxzYMiuzzpS3UQACIQ3ma4Hby2cRlc1BatKFLZqftJpFR41ZLA";
    private static final String TURNED =
            "AwogcYQjFpK8BOBVmwTR63AeJmdIo0AW+G8b5msDh/kxMnYQACIQI9oVqRZ4YyKNGhxt/CJ0Ltpx+38GLQBF";

    private final PlannedKeys primitives;
    private final Olm olm;
    private final OlmAccount alice;
    private final OlmAccount bob;

    public OlmVectors(Primitives platform) {
        primitives = new PlannedKeys(platform);
        olm = new Olm(primitives);
        alice = new OlmAccount(platform.signingKey(PlannedKeys.bytes('A', 0)), primitives.pair('A', 1));
        bob = new OlmAccount(platform.signingKey(PlannedKeys.bytes('B', 0x80)), primitives.pair('B', 0x81));
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the accounts of given random bytes", this::accounts),
                new Case("the ratchet key in libolm's stored session", this::ratchetKey),
                new Case("a conversation as libolm writes it", this::conversation),
                new Case("fields in either order, as libolm's decoder reads them", this::fields),
                new Case("messages that libolm refuses", this::malformed),
                new Case("vodozemac's messages come back as they are", this::vodozemac));
    }

    private void accounts() throws CryptoException {
        Check.equal("OfRjBf2SJfVkaURpFX6Iltf3Kozh2qcL636eF2VoQ54", alice.fingerprintKey().base64());
        Check.equal("ewBGvl0kEcP/+7XjqHfcZGHts+y6QIoosz0YTrBwKCk", bob.fingerprintKey().base64());
        Check.equal("oCmRYwQWRRFfWPpquDAiEA3yRbur6emb4fF7lRgB6m8", bob.identityKey().base64());
        // This one is in libolm's test_session.cpp, too.
        Check.equal(
                Hex.bytes("de2e9d179b4ae14301f914a01d1d60e878bd8522a9a74cfc6a552b6329fd754c"),
                alice.identityKey().bytes());
        Ed25519Signature signature = Ed25519Signature.fromBase64(
                "8ZIKRshEiLBeyVgRHDx2ByUfU0VOrr6NetYXLQG3K84ExAuGcXYx8oa2mLcLY8lYVWESy9cRc3gBSKQATit6CA");
        Check.that(alice.fingerprintKey().verifies(primitives, text("{}"), signature), "libolm's signature holds");
    }

    /** From libolm's test_session.cpp. */
    private void ratchetKey() {
        Check.equal(
                Hex.bytes("3818e81e3404680419631167f5e8e34a38880f0811e28d73d21850ae0870421f"),
                primitives.pair(0x41, 4).publicKey());
    }

    private void conversation() throws CryptoException {
        AgreementKey oneTimeKey = primitives.pair('B', 0x82);
        primitives.plan(primitives.pair('A', 0x83)); // the base key
        primitives.plan(primitives.pair('A', 0x84)); // the first ratchet key
        OlmSession begun = olm.outbound(alice, bob.identityKey(), Curve25519PublicKey.of(oneTimeKey));
        Check.equal("RSpe1MDwhiSw00ToVgpwLwXRw2qH0snRLfLCGLYpLXQ", begun.id());
        OlmSession.Encrypted hello = writes(HELLO, begun, "Hello, World");
        OlmSession.Encrypted again = writes(AND_AGAIN, hello.next(), "and again");
        PreKeyMessage first = (PreKeyMessage) OlmMessage.parse(0, HELLO);
        OlmSession bobs = reads("Hello, World", olm.inbound(bob, alice.identityKey(), first, oneTimeKey));
        bobs = reads("and again", olm.decrypt(bobs, OlmMessage.parse(0, AND_AGAIN)));
        primitives.plan(primitives.pair('B', 0x85));
        bobs = writes(REPLY, bobs, "a reply").next();
        OlmSession alices = reads("a reply", olm.decrypt(again.next(), OlmMessage.parse(1, REPLY)));
        primitives.plan(primitives.pair('A', 0x86));
        writes(TURNED, alices, "turned");
        reads("turned", olm.decrypt(bobs, OlmMessage.parse(1, TURNED)));
    }

    private OlmSession.Encrypted writes(String body, OlmSession session, String text) throws CryptoException {
        OlmSession.Encrypted sent = olm.encrypt(session, text(text));
        Check.equal(body, sent.message().body());
        return sent;
    }

    private static OlmSession reads(String text, OlmSession.Decrypted read) {
        Check.equal(text(text), read.plaintext());
        return read.next();
    }

    /** From libolm's test_message.cpp. */
    private void fields() throws CryptoException {
        byte[] ratchetKey = text("ratchetkey");
        byte[] ciphertext = text("ciphertext");
        for (byte[] message : List.of(
                text("\u0003\u0010\u0001\n\nratchetkey\"\nciphertexthmacsha2"),
                text("\u0003\n\nratchetkey\u0010\u0001\"\nciphertexthmacsha2"))) {
            WireFields fields = WireFields.parse(3, message, message.length - MessageCipher.MAC_LENGTH);
            Check.equal(1L, fields.integer(0x10));
            Check.equal(ratchetKey, fields.bytes(0x0a));
            Check.equal(ciphertext, fields.bytes(0x22));
        }
        Check.equal(
                text("\u0003\n\nratchetkey\u0010\u0001\"\nciphertexthmacsha2"),
                new WireWriter(3)
                        .bytes(0x0a, ratchetKey)
                        .integer(0x10, 1)
                        .bytes(0x22, ciphertext)
                        .raw(text("hmacsha2"))
                        .toBytes());
    }

    private void malformed() {
        for (String hex : MALFORMED) {
            String body = UnpaddedBase64.encode(Hex.bytes(hex));
            for (int type = 0; type <= 1; type++) {
                int ofType = type;
                Check.throwsA(CryptoException.class, () -> OlmMessage.parse(ofType, body));
            }
        }
    }

    private void vodozemac() throws CryptoException {
        OlmMessage preKey = OlmMessage.parse(0, VODOZEMAC_PRE_KEY);
        Check.equal(VODOZEMAC_PRE_KEY, preKey.body());
        Check.equal(1L, preKey.ratchetMessage().chainIndex());
        OlmMessage normal = OlmMessage.parse(1, VODOZEMAC_NORMAL);
        Check.equal(VODOZEMAC_NORMAL, normal.body());
        Check.equal(1L, normal.ratchetMessage().chainIndex());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
