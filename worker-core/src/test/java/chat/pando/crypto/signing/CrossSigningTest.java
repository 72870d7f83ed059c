package chat.pando.crypto.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.host.SigningKey;
import chat.pando.json.JsonArray;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonString;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmEntropy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossSigningTest {

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final Person alice = new Person("@alice:x");
    private final Person bob = new Person("@bob:x");

    @Test
    void trustReachesFromOneMasterKeyOverAnotherToADevice() throws CryptoException {
        JsonObject device = bob.device();
        CrossSigningIdentity ours = alice.identity(alice.userSigning);
        CrossSigningIdentity strangers = bob.identityWithoutUserSigning(bob.masterKey);
        assertFalse(ours.hasVerified(primitives, strangers));
        assertFalse(ours.trusts(primitives, strangers, device));
        CrossSigningKey verified = alice.signer.verified(bob.masterKey, alice.userSigning);
        CrossSigningIdentity theirs = bob.identityWithoutUserSigning(verified);
        assertTrue(ours.hasVerified(primitives, theirs));
        assertTrue(ours.trusts(primitives, theirs, device));
        assertTrue(theirs.ownsDevice(primitives, device));
        assertFalse(ours.ownsDevice(primitives, device));
        assertFalse(theirs.hasVerified(primitives, ours));
        JsonObject changed = device.toBuilder().put("device_id", "OTHER").build();
        assertFalse(ours.trusts(primitives, theirs, changed));
        JsonObject adopted = device.toBuilder().put("user_id", "@alice:x").build();
        assertFalse(theirs.ownsDevice(primitives, adopted));
        assertEquals("@bob:x", theirs.userId());
    }

    @Test
    void aDeviceThatAnotherKeySignedIsNotTheirs() throws CryptoException {
        CrossSigningIdentity theirs = bob.identity(bob.userSigning);
        JsonObject byMaster = bob.signer.device(bob.unsignedDevice(), bob.master);
        assertFalse(theirs.ownsDevice(primitives, byMaster));
        JsonObject byAlice = alice.signer.device(bob.unsignedDevice(), bob.selfSigning);
        assertFalse(theirs.ownsDevice(primitives, byAlice));
    }

    @Test
    void keysMustHangTogether() throws CryptoException {
        CrossSigningKey foreignSelf = bob.signer.subordinate(KeyUsage.SELF_SIGNING, bob.selfSigning, alice.master);
        CrossSigningKey unsigned = CrossSigningKey.of(
                KeyUsage.SELF_SIGNING, "@bob:x", Ed25519PublicKey.of(bob.selfSigning));
        CrossSigningKey masterAgain = bob.signer.subordinate(KeyUsage.SELF_SIGNING, bob.master, bob.master);
        for (CrossSigningKey self : List.of(foreignSelf, unsigned, masterAgain, bob.userKey, alice.selfKey)) {
            assertThrows(CryptoException.class, () -> CrossSigningIdentity.of(
                    primitives, bob.masterKey, self, Optional.empty()));
        }
        assertThrows(CryptoException.class, () -> CrossSigningIdentity.of(
                primitives, bob.masterKey, bob.selfKey, Optional.of(bob.selfKey)));
        assertThrows(CryptoException.class, () -> CrossSigningIdentity.of(
                primitives, bob.masterKey, bob.selfKey, Optional.of(alice.userKey)));
        assertThrows(CryptoException.class, () -> CrossSigningIdentity.of(
                primitives, bob.selfKey, bob.selfKey, Optional.empty()));
        CrossSigningKey otherUsers = alice.signer.subordinate(KeyUsage.SELF_SIGNING, bob.selfSigning, bob.master);
        assertThrows(CryptoException.class, () -> CrossSigningIdentity.of(
                primitives, bob.masterKey, otherUsers, Optional.empty()));
        assertThrows(IllegalArgumentException.class,
                () -> bob.signer.subordinate(KeyUsage.MASTER, bob.selfSigning, bob.master));
    }

    @Test
    void keysAreReadAsTheyAreWritten() throws CryptoException {
        for (CrossSigningKey key : List.of(bob.masterKey, bob.selfKey, bob.userKey)) {
            assertEquals(key, CrossSigningKey.read(key.usage(), "@bob:x", key.json()));
            assertEquals("ed25519:" + key.key().base64(), key.keyId());
        }
        JsonObject good = bob.masterKey.json();
        String text = bob.masterKey.key().base64();
        String other = alice.masterKey.key().base64();
        List<JsonObject> bad = List.of(
                JsonObject.EMPTY, good.without("user_id"), good.without("usage"), good.without("keys"),
                good.toBuilder().put("user_id", "@alice:x").build(),
                good.toBuilder().put("usage", JsonArray.of(new JsonString("user_signing"))).build(),
                good.toBuilder().put("usage", "master").build(),
                withKeys(good, JsonObject.EMPTY),
                withKeys(good, JsonObject.builder().put("ed25519:" + text, other).build()),
                withKeys(good, JsonObject.builder().put(text, text).build()),
                withKeys(good, JsonObject.builder().put("ed25519:" + text, 1).build()),
                withKeys(good, JsonObject.builder().put("ed25519:AAAA", "AAAA").build()),
                withKeys(good, JsonObject.builder().put("ed25519:" + text, text).put("ed25519:" + other, other)
                        .build()));
        for (JsonObject json : bad) {
            assertThrows(CryptoException.class, () -> CrossSigningKey.read(KeyUsage.MASTER, "@bob:x", json));
        }
        JsonObject twoUsages = good.toBuilder()
                .put("usage", JsonArray.of(new JsonString("other"), new JsonString("master")))
                .build();
        CrossSigningKey.read(KeyUsage.MASTER, "@bob:x", twoUsages);
    }

    @Test
    void usagesHaveNames() {
        assertEquals("m.cross_signing.master", KeyUsage.MASTER.secretName());
        assertEquals("m.cross_signing.self_signing", KeyUsage.SELF_SIGNING.secretName());
        assertEquals("user_signing", KeyUsage.USER_SIGNING.wireName());
    }

    @Test
    void signaturesAddUpAndHoldForWhatWasSigned() {
        SigningKey one = primitives.newSigningKey();
        SigningKey other = primitives.newSigningKey();
        JsonObject object = JsonObject.builder().put("b", 1).put("a", "x").put("unsigned", 1).build();
        JsonObject signed = SignedJson.sign(primitives, object, "@a:x", "ed25519:1", one);
        JsonObject twice = SignedJson.sign(primitives, signed, "@a:x", "ed25519:2", other);
        JsonObject thrice = SignedJson.sign(primitives, twice, "@b:x", "ed25519:1", other);
        assertTrue(holds(thrice, "@a:x", "ed25519:1", one));
        assertTrue(holds(thrice, "@a:x", "ed25519:2", other));
        assertTrue(holds(thrice, "@b:x", "ed25519:1", other));
        assertTrue(holds(thrice.without("unsigned"), "@a:x", "ed25519:1", one));
        assertFalse(holds(thrice, "@a:x", "ed25519:1", other));
        assertFalse(holds(thrice, "@a:x", "ed25519:3", one));
        assertFalse(holds(thrice, "@c:x", "ed25519:1", one));
        assertFalse(holds(thrice.toBuilder().put("b", 2).build(), "@a:x", "ed25519:1", one));
        assertFalse(holds(thrice.toBuilder().put("c", 2).build(), "@a:x", "ed25519:1", one));
        assertFalse(holds(object, "@a:x", "ed25519:1", one));
        JsonObject garbage = object.toBuilder()
                .put("signatures", JsonObject.builder()
                        .put("@a:x", JsonObject.builder().put("ed25519:1", "no base64").build())
                        .build())
                .build();
        assertFalse(holds(garbage, "@a:x", "ed25519:1", one));
    }

    @Test
    void whatHasNoCanonicalFormIsNotSigned() {
        SigningKey key = primitives.newSigningKey();
        JsonObject fraction = JsonObject.builder().put("n", new JsonNumber(0.5)).build();
        assertThrows(JsonShapeException.class, () -> SignedJson.sign(primitives, fraction, "@a:x", "k", key));
        JsonObject claimed = SignedJson.sign(primitives, JsonObject.EMPTY, "@a:x", "k", key)
                .toBuilder().put("n", new JsonNumber(0.5)).build();
        assertFalse(holds(claimed, "@a:x", "k", key));
    }

    @Test
    void seedsTravelAsText() throws CryptoException {
        SigningSeed seed = SigningSeed.random(new JvmEntropy());
        String text = seed.base64();
        Ed25519PublicKey key = Ed25519PublicKey.of(seed.pair(primitives));
        assertEquals(key, Ed25519PublicKey.of(SigningSeed.fromBase64(text + "=").pair(primitives)));
        seed.wipe();
        assertEquals(UnpaddedBase64.encode(new byte[32]), seed.base64());
        assertNotEquals(text, SigningSeed.random(new JvmEntropy()).base64());
        for (String bad : List.of("", "AAAA", text.substring(4), text + "AAAA", "no base64")) {
            assertThrows(CryptoException.class, () -> SigningSeed.fromBase64(bad));
        }
    }

    private boolean holds(JsonObject object, String signer, String keyId, SigningKey key) {
        return SignedJson.isSigned(primitives, object, signer, keyId, Ed25519PublicKey.of(key));
    }

    private static JsonObject withKeys(JsonObject key, JsonObject keys) {
        return key.toBuilder().put("keys", keys).build();
    }

    /** Somebody with three keys and a device. */
    private final class Person {

        private final String userId;
        private final CrossSigner signer;
        private final SigningKey master = primitives.newSigningKey();
        private final SigningKey selfSigning = primitives.newSigningKey();
        private final SigningKey userSigning = primitives.newSigningKey();
        private final CrossSigningKey masterKey;
        private final CrossSigningKey selfKey;
        private final CrossSigningKey userKey;

        private Person(String userId) {
            this.userId = userId;
            signer = new CrossSigner(primitives, userId);
            masterKey = signer.master(master);
            selfKey = signer.subordinate(KeyUsage.SELF_SIGNING, selfSigning, master);
            userKey = signer.subordinate(KeyUsage.USER_SIGNING, userSigning, master);
        }

        private CrossSigningIdentity identity(SigningKey key) throws CryptoException {
            CrossSigningKey user = signer.subordinate(KeyUsage.USER_SIGNING, key, master);
            return CrossSigningIdentity.of(primitives, masterKey, selfKey, Optional.of(user));
        }

        private CrossSigningIdentity identityWithoutUserSigning(CrossSigningKey seenMaster) throws CryptoException {
            return CrossSigningIdentity.of(primitives, seenMaster, selfKey, Optional.empty());
        }

        private JsonObject unsignedDevice() {
            return JsonObject.builder().put("user_id", userId).put("device_id", "D").build();
        }

        private JsonObject device() {
            return signer.device(unsignedDevice(), selfSigning);
        }
    }
}
