package chat.pando.crypto.sas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonNumber;
import chat.pando.json.JsonObject;
import chat.pando.jvm.JcaPrimitives;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SasTest {

    private static final JsonObject START = JsonObject.builder().put("method", "m.sas.v1").build();

    private final JcaPrimitives primitives = new JcaPrimitives();
    private final AgreementKey alice = primitives.newAgreementKey();
    private final AgreementKey bob = primitives.newAgreementKey();
    private final Ed25519PublicKey device = Ed25519PublicKey.of(primitives.newSigningKey());
    private final Ed25519PublicKey master = Ed25519PublicKey.of(primitives.newSigningKey());
    private final Map<String, Ed25519PublicKey> keys = Map.of("ed25519:B", device, "ed25519:A", master);

    @Test
    void bothSidesSeeTheSame() throws CryptoException {
        ShortString one = agreement(alice, "t").shortString();
        ShortString other = agreement(bob, "t").shortString();
        assertEquals(one.emoji(), other.emoji());
        assertEquals(one.numbers(), other.numbers());
    }

    @Test
    void whateverDiffersShows() throws CryptoException {
        SasParticipant a = participant("@a:x", "A", alice);
        SasParticipant b = participant("@b:x", "B", bob);
        Set<List<SasEmoji>> shown = new HashSet<>();
        List<SasTransaction> transactions = List.of(
                new SasTransaction(a, b, "t"),
                new SasTransaction(b, a, "t"),
                new SasTransaction(a, b, "u"),
                new SasTransaction(participant("@c:x", "A", alice), b, "t"),
                new SasTransaction(participant("@a:x", "C", alice), b, "t"),
                new SasTransaction(a, participant("@c:x", "B", bob), "t"),
                new SasTransaction(a, participant("@b:x", "C", bob), "t"));
        for (SasTransaction transaction : transactions) {
            shown.add(SasAgreement.of(primitives, alice, transaction).shortString().emoji());
        }
        assertEquals(transactions.size(), shown.size());
    }

    @Test
    void groupsOfBits() {
        assertEquals(List.of(9_191, 9_191, 9_191), shortString(0xff).numbers());
        assertEquals(List.of(1_000, 1_000, 1_000), shortString(0).numbers());
        assertEquals(Collections.nCopies(7, SasEmoji.PIN), shortString(0xff).emoji());
        assertEquals(Collections.nCopies(7, SasEmoji.DOG), shortString(0).emoji());
    }

    @Test
    void theTableIsThatOfTheSpec() {
        assertEquals(64, SasEmoji.values().length);
        assertEquals("\ud83d\udc36", SasEmoji.numbered(0).symbol());
        assertEquals("\u2601\ufe0f", SasEmoji.numbered(21).symbol());
        assertEquals("Thumbs Up", SasEmoji.numbered(36).description());
        assertEquals("\ud83d\udccc", SasEmoji.numbered(63).symbol());
        Set<String> seen = new HashSet<>();
        for (SasEmoji emoji : SasEmoji.values()) {
            assertTrue(seen.add(emoji.symbol()) && seen.add(emoji.description()));
        }
    }

    @Test
    void aCommitmentHoldsForOneKeyAndOneStart() throws CryptoException {
        Curve25519PublicKey key = Curve25519PublicKey.of(bob);
        SasCommitment commitment = SasCommitment.to(primitives, key, START);
        commitment.require(commitment.base64());
        commitment.require(commitment.base64() + "=");
        Curve25519PublicKey another = Curve25519PublicKey.of(alice);
        JsonObject longer = START.toBuilder().put("hashes", "none").build();
        List<String> wrong = List.of(
                SasCommitment.to(primitives, another, START).base64(),
                SasCommitment.to(primitives, key, longer).base64(),
                "", "AAAA", "no base64", commitment.base64().substring(4));
        wrong.forEach(text -> assertThrows(CryptoException.class, () -> commitment.require(text), text));
        JsonObject fraction = START.toBuilder().put("n", new JsonNumber(0.5)).build();
        assertThrows(CryptoException.class, () -> SasCommitment.to(primitives, key, fraction));
    }

    @Test
    void keysThatGiveNoSecretAreRefused() throws CryptoException {
        SasParticipant a = participant("@a:x", "A", alice);
        SasParticipant zero = new SasParticipant("@b:x", "B", new Curve25519PublicKey(new byte[32]));
        SasTransaction weak = new SasTransaction(a, zero, "t");
        assertThrows(CryptoException.class, () -> SasAgreement.of(primitives, alice, weak));
        SasTransaction mirror = new SasTransaction(a, participant("@b:x", "B", alice), "t");
        assertThrows(CryptoException.class, () -> SasAgreement.of(primitives, alice, mirror));
        assertThrows(IllegalArgumentException.class, () -> SasAgreement.of(primitives, bob, mirror));
    }

    @ParameterizedTest
    @EnumSource
    void codesVouchForKeysThatAreKnown(SasMacMethod method) throws CryptoException {
        SasMac mac = agreement(alice, "t").ours(method).of(keys);
        SasMacs theirs = agreement(bob, "t").theirs(method);
        assertEquals(Set.of("ed25519:A", "ed25519:B"), theirs.check(mac, keys));
        assertEquals(Set.of("ed25519:B"), theirs.check(mac, Map.of("ed25519:B", device, "ed25519:C", device)));
        assertEquals(Set.of(), theirs.check(mac, Map.of()));
        assertEquals(List.of("ed25519:A", "ed25519:B"), List.copyOf(mac.byKey().keySet()));
    }

    @ParameterizedTest
    @EnumSource
    void codesDoNotFitAnythingElse(SasMacMethod method) throws CryptoException {
        SasMac mac = agreement(alice, "t").ours(method).of(keys);
        SasMacs theirs = agreement(bob, "t").theirs(method);
        refused(theirs, mac, Map.of("ed25519:A", device));
        refused(agreement(bob, "u").theirs(method), mac, keys);
        refused(agreement(bob, "t").ours(method), mac, keys);
        refused(theirs, new SasMac(mac.byKey(), mac.keys().replace(mac.keys().charAt(0), '+')), keys);
        Map<String, String> fewer = new HashMap<>(mac.byKey());
        fewer.remove("ed25519:A");
        refused(theirs, new SasMac(fewer, mac.keys()), keys);
        refused(theirs, new SasMac(Map.of(), ""), keys);
        Map<String, String> swapped =
                Map.of("ed25519:A", mac.byKey().get("ed25519:B"), "ed25519:B", mac.byKey().get("ed25519:A"));
        refused(theirs, new SasMac(swapped, mac.keys()), keys);
    }

    @Test
    void eachMethodReadsItsOwnWriting() throws CryptoException {
        SasMac better = agreement(alice, "t").ours(SasMacMethod.HKDF_HMAC_SHA256_V2).of(keys);
        SasMac older = agreement(alice, "t").ours(SasMacMethod.HKDF_HMAC_SHA256).of(keys);
        refused(agreement(bob, "t").theirs(SasMacMethod.HKDF_HMAC_SHA256), better, keys);
        refused(agreement(bob, "t").theirs(SasMacMethod.HKDF_HMAC_SHA256_V2), older, keys);
        SasMac padded = new SasMac(
                Map.of("ed25519:A", better.byKey().get("ed25519:A") + "=",
                        "ed25519:B", better.byKey().get("ed25519:B")),
                better.keys() + "=");
        SasMacs theirs = agreement(bob, "t").theirs(SasMacMethod.HKDF_HMAC_SHA256_V2);
        assertEquals(keys.keySet(), theirs.check(padded, keys));
        refused(theirs, new SasMac(better.byKey(), "no base64"), keys);
    }

    @Test
    void methodsHaveNames() {
        assertEquals(Optional.of(SasMacMethod.HKDF_HMAC_SHA256_V2), SasMacMethod.named("hkdf-hmac-sha256.v2"));
        assertEquals(Optional.of(SasMacMethod.HKDF_HMAC_SHA256), SasMacMethod.named("hkdf-hmac-sha256"));
        assertEquals(Optional.empty(), SasMacMethod.named("hmac-sha256"));
        assertEquals("hkdf-hmac-sha256.v2", SasMacMethod.HKDF_HMAC_SHA256_V2.wireName());
    }

    @Test
    void anEventWithoutCodesIsRefused() {
        JsonObject noMac = JsonObject.builder().put("keys", "k").build();
        JsonObject noKeys = JsonObject.builder().put("mac", JsonObject.EMPTY).build();
        JsonObject noText = JsonObject.builder()
                .put("keys", "k")
                .put("mac", JsonObject.builder().put("ed25519:A", 1).build())
                .build();
        for (JsonObject content : List.of(JsonObject.EMPTY, noMac, noKeys, noText)) {
            assertThrows(CryptoException.class, () -> SasMac.read(content));
        }
    }

    @Test
    void nothingIsDerivedOfAWipedSecret() throws CryptoException {
        SasAgreement agreement = agreement(alice, "t");
        List<Integer> before = agreement.shortString().numbers();
        agreement.wipe();
        assertNotEquals(before, agreement.shortString().numbers());
    }

    private void refused(SasMacs macs, SasMac mac, Map<String, Ed25519PublicKey> known) {
        assertThrows(CryptoException.class, () -> macs.check(mac, known));
    }

    private SasAgreement agreement(AgreementKey mine, String transactionId) throws CryptoException {
        SasTransaction transaction = new SasTransaction(
                participant("@a:x", "A", alice), participant("@b:x", "B", bob), transactionId);
        return SasAgreement.of(primitives, mine, transaction);
    }

    private static SasParticipant participant(String user, String deviceId, AgreementKey pair) {
        return new SasParticipant(user, deviceId, Curve25519PublicKey.of(pair));
    }

    private static ShortString shortString(int value) {
        byte[] bytes = new byte[ShortString.LENGTH];
        Arrays.fill(bytes, (byte) value);
        return new ShortString(bytes);
    }
}
