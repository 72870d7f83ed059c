package chat.pando.crypto.vector;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.signing.CrossSigningIdentity;
import chat.pando.crypto.signing.CrossSigningKey;
import chat.pando.crypto.signing.CrossSigner;
import chat.pando.crypto.signing.KeyUsage;
import chat.pando.crypto.signing.SignedJson;
import chat.pando.crypto.signing.SigningSeed;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import chat.pando.host.JsonSyntaxException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The spec's signed objects (appendix "Cryptographic Test Vectors"), and the identity of js-sdk's test data. */
final class SigningVectors implements Conformance {

    private static final String ALICE = "@alice:localhost";
    private static final String MASTER = "J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY";
    private static final String DEVICE_KEY = "YI/7vbGVLpGdYtuceQR8MSsKB/QjgfMXM1xqnn+0NWU";

    /** The spec prints another last letter, for the same bytes: base64 with stray bits, which are refused here. */
    private static final String SEED_OF_THE_SPEC = "YJDBA9Xnr2sVqXD9Vj7XVUnmFZcZrlw8Md7kMW+3XA0";

    private static final String MASTER_JSON = """
            {"keys": {"ed25519:J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY":
            "J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY"},
            "user_id": "@alice:localhost", "usage": ["master"]}
            """;
    private static final String SELF_SIGNING_JSON = """
            {"keys": {"ed25519:aU2+2CyXQTCuDcmWW0EL2bhJ6PdjFW2LbAsbHqf02AY":
            "aU2+2CyXQTCuDcmWW0EL2bhJ6PdjFW2LbAsbHqf02AY"},
            "user_id": "@alice:localhost", "usage": ["self_signing"], "signatures": {"@alice:localhost": {
            "ed25519:J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY":
            "XfhYEhZmOs8BJdb3viatILBZ/bElsHXEW28V4tIaY5CxrBR0YOym3yZHWmRmypXessHZAKOhZn3yBMXzdajyCw"}}}
            """;
    private static final String USER_SIGNING_JSON = """
            {"keys": {"ed25519:g5TC/zjQXyZYuDLZv7a41z5fFVrXpYPypG//AFQj8hY":
            "g5TC/zjQXyZYuDLZv7a41z5fFVrXpYPypG//AFQj8hY"},
            "user_id": "@alice:localhost", "usage": ["user_signing"], "signatures": {"@alice:localhost": {
            "ed25519:J+5An10v1vzZpAXTYFokD1/PEVccFnLC61EfRXit0UY":
            "6AkD1XM2H0/ebgP9oBdMKNeft7uxsrb0XN1CsjjHgeZCvCTMmv3BHlLiT/Hzy4fe8H+S1tr484dcXN/PIdnfDA"}}}
            """;
    private static final String DEVICE_JSON = """
            {"algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
            "device_id": "test_device", "keys": {
            "curve25519:test_device": "F4uCNNlcbRvc7CfBz95ZGWBvY1ALniG1J8+6rhVoKS0",
            "ed25519:test_device": "YI/7vbGVLpGdYtuceQR8MSsKB/QjgfMXM1xqnn+0NWU"},
            "user_id": "@alice:localhost", "signatures": {"@alice:localhost": {"ed25519:test_device":
            "LmQC/yAUZJmkxZ+3L0nEwvtVWOzjqQqADWBhk+C47SPaFYHeV+E291mgXaSCJVeGltX+HC49Aw7nb6ga7sw0Aw"}}}
            """;

    private final Host host;
    private final Primitives primitives;

    SigningVectors(Host host) {
        this.host = host;
        this.primitives = host.primitives();
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("the spec's signed objects", this::ofTheSpec),
                new Case("an identity whose keys hang together", this::identity),
                new Case("private keys, as secret storage has them", this::seeds),
                new Case("a device of a published identity, signed by us", this::device));
    }

    private void ofTheSpec() throws CryptoException, JsonSyntaxException {
        SigningKey key = pair(SEED_OF_THE_SPEC);
        signed(key, """
                {"signatures": {"domain": {"ed25519:1":
                "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ"}}}
                """);
        signed(key, """
                {"one": 1, "signatures": {"domain": {"ed25519:1":
                "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"}},
                "two": "Two"}
                """);
    }

    private void signed(SigningKey key, String json) throws JsonSyntaxException {
        JsonObject object = parse(json);
        Ed25519PublicKey publicKey = Ed25519PublicKey.of(key);
        Check.that(SignedJson.isSigned(primitives, object, "domain", "ed25519:1", publicKey), "a signature");
        JsonObject ours = SignedJson.sign(primitives, object.without("signatures"), "domain", "ed25519:1", key);
        Check.that(SignedJson.isSigned(primitives, ours, "domain", "ed25519:1", publicKey), "our signature");
    }

    private void identity() throws CryptoException, JsonSyntaxException {
        CrossSigningIdentity alice = alice();
        Check.equal(MASTER, alice.master().key().base64());
        Check.equal("ed25519:" + MASTER, alice.master().keyId());
        JsonObject device = parse(DEVICE_JSON);
        Ed25519PublicKey deviceKey = Ed25519PublicKey.fromBase64(DEVICE_KEY);
        Check.that(
                SignedJson.isSigned(primitives, device, ALICE, "ed25519:test_device", deviceKey),
                "a device that signed its own keys");
        Check.that(!alice.ownsDevice(primitives, device), "no device that the self-signing key didn't sign");
    }

    private void seeds() throws CryptoException {
        Check.equal(MASTER, publicHalf("ZG95b3VzcGVha3doYWFhYWFhYWFhYWFhYWFhYWFhbGU"));
        Check.equal(
                "aU2+2CyXQTCuDcmWW0EL2bhJ6PdjFW2LbAsbHqf02AY",
                publicHalf("c2VsZnNlbGZzZWxmc2VsZnNlbGZzZWxmc2VsZnNlbGY"));
        Check.equal(
                "g5TC/zjQXyZYuDLZv7a41z5fFVrXpYPypG//AFQj8hY",
                publicHalf("dXNlcnVzZXJ1c2VydXNlcnVzZXJ1c2VydXNlcnVzZXI"));
    }

    private void device() throws CryptoException, JsonSyntaxException {
        SigningKey selfSigning = pair("c2VsZnNlbGZzZWxmc2VsZnNlbGZzZWxmc2VsZnNlbGY");
        JsonObject device = new CrossSigner(primitives, ALICE).device(parse(DEVICE_JSON), selfSigning);
        Check.that(alice().ownsDevice(primitives, device), "a device that is signed by now");
    }

    private CrossSigningIdentity alice() throws CryptoException, JsonSyntaxException {
        return CrossSigningIdentity.of(
                primitives,
                CrossSigningKey.read(KeyUsage.MASTER, ALICE, parse(MASTER_JSON)),
                CrossSigningKey.read(KeyUsage.SELF_SIGNING, ALICE, parse(SELF_SIGNING_JSON)),
                Optional.of(CrossSigningKey.read(KeyUsage.USER_SIGNING, ALICE, parse(USER_SIGNING_JSON))));
    }

    private String publicHalf(String seed) throws CryptoException {
        return Ed25519PublicKey.of(pair(seed)).base64();
    }

    private SigningKey pair(String seed) throws CryptoException {
        return SigningSeed.fromBase64(seed).pair(primitives);
    }

    private JsonObject parse(String json) throws JsonSyntaxException {
        return (JsonObject) host.json().parse(json);
    }
}
