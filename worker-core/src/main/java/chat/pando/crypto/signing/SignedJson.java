package chat.pando.crypto.signing;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.Ed25519Signature;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import chat.pando.json.CanonicalJson;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Signatures over canonical JSON, in the object that they sign (spec, appendix "Signing JSON"). */
public final class SignedJson {

    private static final String SIGNATURES = "signatures";
    private static final String UNSIGNED = "unsigned";

    private SignedJson() {}

    /**
     * The object with one signature more.
     *
     * @throws JsonShapeException where it holds a number that canonical JSON forbids
     */
    public static JsonObject sign(
            Primitives primitives, JsonObject object, String signer, String keyId, SigningKey key) {
        return signAll(primitives, List.of(object), signer, keyId, key).get(0);
    }

    /** Many objects, each as {@link #sign} would, in their order: a browser makes all signatures in one go. */
    public static List<JsonObject> signAll(
            Primitives primitives, List<JsonObject> objects, String signer, String keyId, SigningKey key) {
        List<byte[]> signatures =
                primitives.signAll(key, objects.stream().map(SignedJson::signedBytes).toList());
        List<JsonObject> signed = new ArrayList<>(objects.size());
        for (int i = 0; i < objects.size(); i++) {
            signed.add(with(objects.get(i), signer, keyId, UnpaddedBase64.encode(signatures.get(i))));
        }
        return signed;
    }

    private static JsonObject with(JsonObject object, String signer, String keyId, String signature) {
        JsonObject byKey = object.at(SIGNATURES, signer).toBuilder().put(keyId, signature).build();
        JsonObject bySigner = object.at(SIGNATURES).toBuilder().put(signer, byKey).build();
        return object.toBuilder().put(SIGNATURES, bySigner).build();
    }

    /** Whether the object carries that key's signature under that id. */
    public static boolean isSigned(
            Primitives primitives, JsonObject object, String signer, String keyId, Ed25519PublicKey key) {
        Optional<String> signature = object.at(SIGNATURES, signer).string(keyId);
        try {
            return signature.isPresent()
                    && key.verifies(primitives, signedBytes(object), Ed25519Signature.fromBase64(signature.get()));
        } catch (CryptoException | JsonShapeException malformed) {
            return false;
        }
    }

    private static byte[] signedBytes(JsonObject object) {
        return Utf8.encode(CanonicalJson.of(object.without(SIGNATURES, UNSIGNED)));
    }
}
