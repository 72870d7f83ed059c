package chat.pando.machine;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.CryptoException;
import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.NanoJson;
import chat.pando.matrix.DeviceId;
import chat.pando.matrix.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed JSON, with the signatures that the spec prints (appendix "Cryptographic Test Vectors"). */
class DeviceSignaturesTest {

    /** The public half of the appendix's signing key. */
    private static final String KEY = "XGX0JRS2Af3be3knz2fBiRbApjm2Dh61gXDJA8kcJNI";
    private static final String OF_EMPTY =
            "K8280/U9SSy9IVtjBuVeLr+HpOB4BQFWbg+UZaADMtTdGYI7Geitb76LTrr5QV/7Xg4ahLwYGYZzuHGZKM5ZAQ";
    private static final UserId SIGNER = new UserId("@signer:domain");
    private static final DeviceId DEVICE = new DeviceId("1");

    private final DeviceSignatures signatures = new DeviceSignatures(new JcaPrimitives());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | " + OF_EMPTY,
        "{\"unsigned\": {\"age_ts\": 922834800000}} | " + OF_EMPTY,
        "{\"two\": \"Two\", \"one\": 1} | "
                + "KqmLSbO39/Bzb0QIYE82zqLwsA+PDzYIpIRA2sRQ4sL53+sN6/fpNSoqE7BP7vBZhG6kYdD13EIMJpvhJI+6Bw"
    })
    void publishedSignatures(String json, String signature) throws Exception {
        assertTrue(isSigned(json, signature, KEY));
        assertTrue(isSigned(json, signature + "==", KEY));
    }

    @Test
    void whatWasAddedOrChangedIsNotSigned() throws Exception {
        assertFalse(isSigned("{\"one\": 1}", OF_EMPTY, KEY));
        assertFalse(isSigned("{}", OF_EMPTY.replace('K', 'L'), KEY));
        assertFalse(isSigned("{}", OF_EMPTY, "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "====", "not base64", "K8280"})
    void whatIsNoSignatureIsNone(String signature) throws Exception {
        assertFalse(isSigned("{}", signature, KEY));
    }

    @Test
    void anotherUsersOrDevicesSignatureIsNone() throws Exception {
        JsonObject signed = withSignature("{}", OF_EMPTY);
        Ed25519PublicKey key = Ed25519PublicKey.fromBase64(KEY);
        assertFalse(signatures.isSignedBy(signed, new UserId("@other:domain"), DEVICE, key));
        assertFalse(signatures.isSignedBy(signed, SIGNER, new DeviceId("2"), key));
        assertFalse(signatures.isSignedBy(JsonObject.EMPTY, SIGNER, DEVICE, key));
    }

    /** Canonical JSON has no fractions, so that nobody can have signed one. */
    @Test
    void whatHasNoCanonicalFormIsNotSigned() throws Exception {
        assertFalse(isSigned("{\"half\": 0.5}", OF_EMPTY, KEY));
    }

    private boolean isSigned(String json, String signature, String key) throws CryptoException, JsonSyntaxException {
        JsonObject signed = withSignature(json, signature);
        return signatures.isSignedBy(signed, SIGNER, DEVICE, Ed25519PublicKey.fromBase64(key));
    }

    private static JsonObject withSignature(String json, String signature) throws JsonSyntaxException {
        JsonObject byKey = JsonObject.builder().put("ed25519:1", signature).build();
        JsonObject byUser = JsonObject.builder().put(SIGNER.value(), byKey).build();
        return ((JsonObject) new NanoJson().parse(json)).toBuilder().put("signatures", byUser).build();
    }
}
