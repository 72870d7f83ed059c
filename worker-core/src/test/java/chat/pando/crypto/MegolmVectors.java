package chat.pando.crypto;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What libolm has published of Megolm, in its test_megolm.cpp, test_group_session.cpp and test_message.cpp. */
public final class MegolmVectors implements Conformance {

    private static final byte[] SEED = text("0123456789ABCDEF".repeat(8));
    private static final String SEED_PART = "30313233343536373839414243444546".repeat(2);

    /** Of 31 characters, six times: the random bytes of which the published session is made. */
    private static final byte[] RANDOM = text("0123456789ABDEF0123456789ABCDEF".repeat(6));

    private static final String KEY =
            "AgAAAAAwMTIzNDU2Nzg5QUJERUYwMTIzNDU2Nzg5QUJDREVGMDEyMzQ1Njc4OUFCREVGM"
                    + "DEyMzQ1Njc4OUFCQ0RFRjAxMjM0NTY3ODlBQkRFRjAxMjM0NTY3ODlBQkNERUYwMTIzND"
                    + "U2Nzg5QUJERUYwMTIzNDU2Nzg5QUJDREVGMDEyMw0bdg1BDq4Px/slBow06q8n/B9WBfw"
                    + "WYyNOB8DlUmXGGwrFmaSb9bR/eY8xgERrxmP07hFmD9uqA2p8PMHdnV5ysmgufE6oLZ5+"
                    + "8/mWQOW3VVTnDIlnwd8oHUYRuk8TCQ";
    private static final String MESSAGE =
            "AwgAEhAcbh6UpbByoyZxufQ+h2B+8XHMjhR69G8F4+qjMaFlnIXusJZX3r8LnRORG9T3D"
                    + "XFdbVuvIWrLyRfm4i8QRbe8VPwGRFG57B1CtmxanuP8bHtnnYqlwPsD";

    private final Primitives primitives;
    private final Megolm megolm;

    public MegolmVectors(Primitives primitives) {
        this.primitives = primitives;
        megolm = new Megolm(primitives, count -> Arrays.copyOf(RANDOM, count));
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the ratchet after one step", this::oneStep),
                new Case("the ratchet after jumps", this::jumps),
                new Case("the ratchet round its end", this::wraparound),
                new Case("the session of given random bytes, and its first message", this::written),
                new Case("the published message, read by session key and by export", this::read),
                new Case("the published message with another signature", this::forged),
                new Case("the fields of a group message", this::fields));
    }

    private MegolmRatchet at(long index) {
        return new MegolmRatchet(SEED, index);
    }

    private void oneStep() {
        String last = "ba9cd955741d1c162323ec825e7c5ce889bbb423a18f23828fb2090d6e2af86a";
        state(1, SEED_PART.repeat(3) + last, at(0).next(primitives));
        state(1, SEED_PART.repeat(3) + last, at(0).advanceTo(primitives, 1));
    }

    private void jumps() {
        MegolmRatchet second = at(0).advanceTo(primitives, 1).advanceTo(primitives, 0x1000000);
        state(
                0x1000000,
                "54022d7dc0298e1637e21c97153092f933c056ff74fe1b922d971f2482c2859c"
                        + "7004c01ee49bd6efe0073525af9b1632c5be726d12349cc5bd472bdc2df6540f"
                        + "3112591194fda617e568c683101eaecd7eddd6de1fbc0767ae34da1a09a54eab"
                        + "ba9cd955741d1c162323ec825e7c5ce889bbb423a18f23828fb2090d6e2af86a",
                second);
        state(
                0x1041506,
                "54022d7dc0298e1637e21c97153092f933c056ff74fe1b922d971f2482c2859c"
                        + "55588df5b7a48878428927868164589f3663447b51edc3595b036ca604c46dcd"
                        + "5c54850bfa98a1fd79a9df1cbe8fc5681937d30c85c8c31f7bb828816cf9ff3b"
                        + "956cbf807e65126a49558d45c84a2e4cd56f03e24416b98e1cfd97c206aa907a",
                second.advanceTo(primitives, 0x1041506));
    }

    private void wraparound() {
        Check.equal(
                at(0).advanceTo(primitives, 0x2000000).data(),
                at(0xffffffffL).advanceTo(primitives, 0x1000000).data());
        Check.equal(at(0xffffffffL).advanceTo(primitives, 0).data(), at(0xffffffffL).next(primitives).data());
        Check.equal(
                at(1).advanceTo(primitives, 0x80000000L).advanceTo(primitives, 0).data(),
                at(1).advanceTo(primitives, 0).data());
    }

    /** All but the signatures, which some platforms randomise; that they hold is read from the other side. */
    private void written() throws CryptoException {
        byte[] seed = Arrays.copyOfRange(RANDOM, MegolmRatchet.LENGTH, MegolmRatchet.LENGTH + 32);
        OutboundGroupSession session = new OutboundGroupSession(
                primitives.signingKey(seed), new MegolmRatchet(Arrays.copyOf(RANDOM, MegolmRatchet.LENGTH), 0));
        sameButTheSignature(KEY, megolm.sessionKey(session));
        OutboundGroupSession.Encrypted sent = megolm.encrypt(session, text("Message"));
        sameButTheSignature(MESSAGE, sent.ciphertext());
        reads(megolm.inbound(megolm.sessionKey(session)), sent.ciphertext());
    }

    private void read() throws CryptoException {
        InboundGroupSession session = megolm.inbound(KEY);
        Check.that(session.signed(), "a session that its sender shared");
        reads(session, MESSAGE);
        InboundGroupSession imported = megolm.imported(megolm.exportAt(session, 0));
        Check.that(!imported.signed(), "an export carries no signature");
        Check.equal(session.id(), imported.id());
        reads(imported, MESSAGE);
    }

    private void forged() throws CryptoException {
        InboundGroupSession session = megolm.inbound(KEY);
        // As libolm's test changes it; stray bits in the last character are not for us to read either.
        String stray = MESSAGE.substring(0, MESSAGE.length() - 1) + "E";
        Check.throwsA(CryptoException.class, () -> megolm.decrypt(session, GroupMessage.parse(stray)));
        String forged = MESSAGE.substring(0, MESSAGE.length() - 2) + "MD";
        Check.throwsA(CryptoException.class, () -> megolm.decrypt(session, GroupMessage.parse(forged)));
    }

    private void fields() throws CryptoException {
        byte[] message = Bytes.concat(
                new byte[] {3, 8, (byte) 0xc8, 1, 0x12, 10}, text("ciphertext"), text("hmacsha2"));
        WireFields fields = WireFields.parse(3, message, message.length - MessageCipher.MAC_LENGTH);
        Check.equal(200L, fields.integer(0x08));
        Check.equal(text("ciphertext"), fields.bytes(0x12));
        Check.equal(
                message,
                new WireWriter(3)
                        .integer(0x08, 200)
                        .bytes(0x12, text("ciphertext"))
                        .raw(text("hmacsha2"))
                        .toBytes());
    }

    private void reads(InboundGroupSession session, String message) throws CryptoException {
        InboundGroupSession.Plaintext plaintext =
                megolm.decrypt(session, GroupMessage.parse(message)).plaintext();
        Check.equal(text("Message"), plaintext.bytes());
        Check.equal(0L, plaintext.index());
    }

    private static void sameButTheSignature(String expected, String actual) throws CryptoException {
        Check.equal(withoutSignature(expected), withoutSignature(actual));
    }

    private static byte[] withoutSignature(String base64) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(base64);
        return Arrays.copyOf(bytes, bytes.length - Ed25519Signature.LENGTH);
    }

    private static void state(long index, String hex, MegolmRatchet ratchet) {
        Check.equal(index, ratchet.index());
        Check.equal(Hex.bytes(hex), ratchet.data());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
