package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.Hex;
import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.sas.SasAgreement;
import chat.pando.crypto.sas.SasCommitment;
import chat.pando.crypto.sas.SasEmoji;
import chat.pando.crypto.sas.SasMac;
import chat.pando.crypto.sas.SasMacMethod;
import chat.pando.crypto.sas.SasParticipant;
import chat.pando.crypto.sas.SasTransaction;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A verification between the two key pairs of libolm's {@code test_sas.cpp} (which are RFC 7748's): strings and codes
 * are what libolm 3.2.15 says of them.
 */
final class SasVectors implements Conformance {

    private static final String ALICE = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    private static final String BOB = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
    private static final String BOB_PUBLIC = "3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08";
    private static final String DEVICE = "ed25519:ALICEDEV";
    private static final String MASTER = "ed25519:master";
    private static final String DEVICE_KEY = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    private static final String COMMITMENT = "IJQg/YM/TNEbYjMeeOzoSqryXeaG03Bxu/90BDcrOmw";
    private static final JsonObject START = JsonObject.builder()
            .put("transaction_id", "txn1")
            .put("from_device", "ALICEDEV")
            .put("method", "m.sas.v1")
            .put("key_agreement_protocols", JsonArray.of(new JsonString("curve25519-hkdf-sha256")))
            .put("hashes", JsonArray.of(new JsonString("sha256")))
            .put("message_authentication_codes",
                    JsonArray.of(new JsonString("hkdf-hmac-sha256.v2"), new JsonString("hkdf-hmac-sha256")))
            .put("short_authentication_string", JsonArray.of(new JsonString("decimal"), new JsonString("emoji")))
            .build();

    private final Primitives primitives;

    SasVectors(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the commitment to a key", this::commitment),
                new Case("emoji and numbers, the same on both sides", this::shortStrings),
                new Case("codes in base64", () -> codes(
                        SasMacMethod.HKDF_HMAC_SHA256_V2,
                        "3PHqB6HWIzCBgDHD5LZPRxpqm8lAtiaKswkNBaYbtVs",
                        "vgFUHGuLnCahOz7fHtn8ykfL9tcd+/FScCGo/6j0EVs")),
                new Case("codes in libolm's base64", () -> codes(
                        SasMacMethod.HKDF_HMAC_SHA256,
                        "3PHqcaHWSFeBRmVCUm1WQ1VtMVdRMVZ0TVZkUk1WWjA",
                        "vgFUVWuLdUyhVXloVlhsb1ZsaHNiMVpzYUhOaU1WcHo")));
    }

    private void commitment() throws CryptoException {
        Curve25519PublicKey key = Curve25519PublicKey.fromBase64(BOB_PUBLIC);
        SasCommitment commitment = SasCommitment.to(primitives, key, START);
        Check.equal(COMMITMENT, commitment.base64());
        commitment.require(COMMITMENT);
    }

    private void shortStrings() throws CryptoException {
        for (SasAgreement side : List.of(alice(), bob())) {
            Check.equal(List.of(1_750, 4_511, 7_632), side.shortString().numbers());
            Check.equal(
                    List.of("Pig", "Trophy", "Octopus", "Scissors", "Anchor", "Headphones", "Cat"),
                    side.shortString().emoji().stream().map(SasEmoji::description).toList());
        }
    }

    private void codes(SasMacMethod method, String ofDevice, String ofList) throws CryptoException {
        Map<String, Ed25519PublicKey> keys = Map.of(
                MASTER, Ed25519PublicKey.fromBase64(BOB_PUBLIC),
                DEVICE, Ed25519PublicKey.fromBase64(DEVICE_KEY));
        SasMac mac = alice().ours(method).of(keys);
        Check.equal(ofDevice, mac.byKey().get(DEVICE));
        Check.equal(ofList, mac.keys());
        Check.equal(Set.of(DEVICE, MASTER), bob().theirs(method).check(SasMac.read(mac.toJson()), keys));
    }

    private SasAgreement alice() throws CryptoException {
        return SasAgreement.of(primitives, pair(ALICE), transaction());
    }

    private SasAgreement bob() throws CryptoException {
        return SasAgreement.of(primitives, pair(BOB), transaction());
    }

    private SasTransaction transaction() {
        return new SasTransaction(
                new SasParticipant("@alice:example.com", "ALICEDEV", Curve25519PublicKey.of(pair(ALICE))),
                new SasParticipant("@bob:example.com", "BOBDEV", Curve25519PublicKey.of(pair(BOB))),
                "txn1");
    }

    private AgreementKey pair(String privateKey) {
        return primitives.agreementKey(Hex.bytes(privateKey));
    }
}
