package chat.pando.conformance;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import java.util.Arrays;
import java.util.List;

/** What every {@link Primitives} promises of Ed25519 (RFC 8032) and X25519 (RFC 7748). */
public final class CurveConformance implements Conformance {

    /** RFC 8032, section 7.1, tests 1 to 3: public key, message, signature. */
    private static final List<Signed> PUBLISHED = List.of(
            new Signed(
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                    "",
                    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                            + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            new Signed(
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                    "72",
                    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                            + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            new Signed(
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                    "af82",
                    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                            + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));

    /** The order of Ed25519's group, little-endian. */
    private static final byte[] GROUP_ORDER =
            Hex.bytes("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    /** Points of small order, also in encodings beyond the prime: with them every secret is zero. */
    private static final List<String> LOW_ORDER = List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

    private static final byte[] MESSAGE = {1, 2, 3};

    private final Primitives primitives;

    public CurveConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("Ed25519: published signatures verify", this::publishedSignatures),
                new Case("Ed25519: what a key signs its public half verifies", this::signs),
                new Case("Ed25519: another message, key or signature does not verify", this::forged),
                new Case("Ed25519: malformed keys and signatures do not verify", this::malformedSignatures),
                new Case("Ed25519: a scalar beyond the group's order does not verify", this::malleable),
                new Case("X25519: both sides agree", this::agree),
                new Case("X25519: different pairs, different secrets", this::differentSecrets),
                new Case("X25519: the highest bit of a public key is ignored", this::highestBit),
                new Case("X25519: points of low order are refused", this::lowOrder),
                new Case("X25519: malformed keys are refused", this::malformedKeys),
                new Case("key pairs are new each time, their public halves the caller's own", this::keyPairs),
                new Case("a thousand key pairs: none fails to be made", this::manyKeyPairs));
    }

    private void publishedSignatures() {
        for (Signed signed : PUBLISHED) {
            byte[] key = Hex.bytes(signed.key());
            byte[] signature = Hex.bytes(signed.signature());
            Check.that(primitives.verify(key, Hex.bytes(signed.message()), signature), "a signature that verifies");
            Check.that(!primitives.verify(key, Hex.bytes(signed.message() + "00"), signature), "no longer message");
        }
    }

    private void signs() {
        SigningKey key = primitives.newSigningKey();
        for (int length : new int[] {0, 1, 64, 1_000, Primitives.LONGEST_SIGNED}) {
            byte[] message = new byte[length];
            Arrays.fill(message, (byte) length);
            byte[] signature = primitives.sign(key, message);
            Check.equal(64, signature.length);
            Check.that(primitives.verify(key.publicKey(), message, signature), "a signature that verifies");
        }
        byte[] tooLong = new byte[Primitives.LONGEST_SIGNED + 1];
        Check.throwsA(IllegalArgumentException.class, () -> primitives.sign(key, tooLong));
        Check.that(!primitives.verify(key.publicKey(), tooLong, new byte[64]), "nothing of that length");
    }

    private void forged() {
        SigningKey key = primitives.newSigningKey();
        byte[] signature = primitives.sign(key, MESSAGE);
        byte[] another = primitives.newSigningKey().publicKey();
        Check.that(!primitives.verify(another, MESSAGE, signature), "not another's signature");
        Check.that(!primitives.verify(key.publicKey(), new byte[] {1, 2, 4}, signature), "not of another message");
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 1;
            Check.that(!primitives.verify(key.publicKey(), MESSAGE, changed), "no changed byte " + at);
        }
    }

    private void malformedSignatures() {
        SigningKey key = primitives.newSigningKey();
        byte[] publicKey = key.publicKey();
        byte[] signature = primitives.sign(key, MESSAGE);
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            Check.that(!primitives.verify(Arrays.copyOf(publicKey, length), MESSAGE, signature), "no key of " + length);
        }
        for (int length : new int[] {0, 1, 63, 65, 128}) {
            Check.that(!primitives.verify(publicKey, MESSAGE, Arrays.copyOf(signature, length)), "none of " + length);
        }
        byte[] offTheCurve = new byte[32];
        offTheCurve[0] = 2;
        Check.that(!primitives.verify(offTheCurve, MESSAGE, signature), "no key that is no point");
        for (String smallNumber : LOW_ORDER) {
            Check.that(!primitives.verify(Hex.bytes(smallNumber), MESSAGE, signature), "no key of low order");
        }
        Check.that(!primitives.verify(publicKey, MESSAGE, filled(64, 0xff)), "no signature that is no number");
    }

    private void malleable() {
        SigningKey key = primitives.newSigningKey();
        byte[] enlarged = primitives.sign(key, MESSAGE);
        int carry = 0;
        for (int i = 0; i < 32; i++) {
            carry += (enlarged[32 + i] & 0xff) + (GROUP_ORDER[i] & 0xff);
            enlarged[32 + i] = (byte) carry;
            carry >>= 8;
        }
        Check.that(!primitives.verify(key.publicKey(), MESSAGE, enlarged), "not the same signature in another form");
    }

    private void agree() throws CryptoException {
        for (int i = 0; i < 10; i++) {
            AgreementKey one = primitives.newAgreementKey();
            AgreementKey other = primitives.newAgreementKey();
            byte[] secret = primitives.agree(one, other.publicKey());
            Check.equal(32, secret.length);
            Check.equal(secret, primitives.agree(other, one.publicKey()));
            Check.equal(secret, primitives.agree(one, other.publicKey()));
        }
    }

    /** As RFC 7748 says: implementations that masked it differently would not understand each other. */
    private void highestBit() throws CryptoException {
        AgreementKey one = primitives.newAgreementKey();
        byte[] other = primitives.newAgreementKey().publicKey();
        byte[] secret = primitives.agree(one, other);
        other[31] ^= (byte) 0x80;
        Check.equal(secret, primitives.agree(one, other));
    }

    private void differentSecrets() throws CryptoException {
        AgreementKey one = primitives.newAgreementKey();
        byte[] secret = primitives.agree(one, primitives.newAgreementKey().publicKey());
        byte[] another = primitives.agree(one, primitives.newAgreementKey().publicKey());
        Check.that(!Arrays.equals(secret, another), "another secret");
    }

    private void lowOrder() {
        AgreementKey mine = primitives.newAgreementKey();
        for (String point : LOW_ORDER) {
            Check.throwsA(CryptoException.class, () -> primitives.agree(mine, Hex.bytes(point)));
        }
    }

    private void malformedKeys() {
        AgreementKey mine = primitives.newAgreementKey();
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            Check.throwsA(CryptoException.class, () -> primitives.agree(mine, filled(length, 9)));
        }
    }

    private void keyPairs() throws CryptoException {
        SigningKey signing = primitives.newSigningKey();
        AgreementKey agreement = primitives.newAgreementKey();
        Check.that(!Arrays.equals(signing.publicKey(), primitives.newSigningKey().publicKey()), "a new key");
        Check.that(!Arrays.equals(agreement.publicKey(), primitives.newAgreementKey().publicKey()), "a new key");
        byte[] signingHalf = signing.publicKey();
        byte[] agreementHalf = agreement.publicKey();
        Arrays.fill(signing.publicKey(), (byte) 0);
        Arrays.fill(agreement.publicKey(), (byte) 0);
        Check.equal(signingHalf, signing.publicKey());
        Check.equal(agreementHalf, agreement.publicKey());
    }

    /** WebKitGTK 2.50 fails at those whose bytes begin with zero. */
    private void manyKeyPairs() {
        for (int i = 0; i < 500; i++) {
            Check.equal(32, primitives.newAgreementKey().publicKey().length);
            Check.equal(32, primitives.newSigningKey().publicKey().length);
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    /** A signature that a specification prints, in hexadecimal. */
    private record Signed(String key, String message, String signature) {}
}
