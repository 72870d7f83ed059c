package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.crypto.qr.QrMode;
import chat.pando.crypto.qr.QrPayload;
import chat.pando.host.CryptoException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The code that the spec draws ("QR code format"), and the one in the documentation of rust-sdk's QR codes. */
final class QrVectors implements Conformance {

    private static final String EVENT_ID = "$ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq";

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the spec's example, both ways", this::ofTheSpec),
                new Case("rust-sdk's example, both ways", this::ofRust));
    }

    private void ofTheSpec() throws CryptoException {
        String code = "4d4154524958" + "02" + "00" + "002c" + Hex.of(ascii(EVENT_ID))
                + "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
                + "101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
                + "2021222324252627";
        QrPayload payload = QrPayload.decode(Hex.bytes(code));
        Check.equal(QrMode.OTHER_USER, payload.mode());
        Check.equal(EVENT_ID, payload.transactionId());
        Check.equal(Hex.range(0, 32), payload.firstKey().bytes());
        Check.equal(Hex.range(16, 48), payload.secondKey().bytes());
        Check.equal(Hex.range(32, 40), payload.secret());
        Check.equal(code, Hex.of(payload.encode()));
    }

    private void ofRust() throws CryptoException {
        String code = "4d4154524958" + "02" + "02" + "0007" + Hex.of(ascii("FLOW_ID"))
                + "41".repeat(32) + "42".repeat(32) + Hex.of(ascii("SHARED_SECRET"));
        QrPayload payload = QrPayload.decode(Hex.bytes(code));
        Check.equal(QrMode.SELF_NOT_YET_TRUSTING, payload.mode());
        Check.equal("FLOW_ID", payload.transactionId());
        Check.equal(ascii("SHARED_SECRET"), payload.secret());
        Check.equal(code, Hex.of(payload.encode()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
