package chat.pando.conformance;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import java.util.Arrays;
import java.util.List;

/** What every {@link Primitives} promises of keys that it is given as bytes. */
public final class KeyBytesConformance implements Conformance {

    private static final byte[] MESSAGE = {1, 2, 3};

    /** RFC 8032, section 7.1, tests 1 to 3: seed, public key. */
    private static final List<Pair> SIGNING = List.of(
            new Pair("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
            new Pair("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"),
            new Pair("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));

    /** RFC 7748, section 6.1. */
    private static final Pair ALICE = new Pair(
            "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
            "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    private static final Pair BOB = new Pair(
            "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
            "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
    private static final String SECRET = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

    private final Primitives primitives;

    public KeyBytesConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("Ed25519: the public halves of published seeds", this::publishedSeeds),
                new Case("Ed25519: what a seed's key signs its public half verifies", this::signs),
                new Case("X25519: the public halves of published keys, and the secret", this::publishedPairs),
                new Case("bytes that begin with zeros make keys as well", this::leadingZeros),
                new Case("keys may be wiped once they were given", this::wiped),
                new Case("keys of a wrong length are refused", this::wrongLengths));
    }

    private void publishedSeeds() {
        for (Pair pair : SIGNING) {
            Check.equal(pair.publicHalf(), Hex.of(primitives.signingKey(Hex.bytes(pair.secret())).publicKey()));
        }
    }

    private void signs() {
        for (Pair pair : SIGNING) {
            SigningKey key = primitives.signingKey(Hex.bytes(pair.secret()));
            byte[] signature = primitives.sign(key, MESSAGE);
            Check.that(primitives.verify(key.publicKey(), MESSAGE, signature), "a signature that verifies");
        }
    }

    private void publishedPairs() throws CryptoException {
        AgreementKey alice = primitives.agreementKey(Hex.bytes(ALICE.secret()));
        AgreementKey bob = primitives.agreementKey(Hex.bytes(BOB.secret()));
        Check.equal(ALICE.publicHalf(), Hex.of(alice.publicKey()));
        Check.equal(BOB.publicHalf(), Hex.of(bob.publicKey()));
        Check.equal(SECRET, Hex.of(primitives.agree(alice, bob.publicKey())));
        Check.equal(SECRET, Hex.of(primitives.agree(bob, alice.publicKey())));
    }

    /** Numbers that a platform stores shorter than their bytes are. */
    private void leadingZeros() throws CryptoException {
        for (int zeros = 1; zeros < 32; zeros *= 2) {
            byte[] secret = new byte[32];
            Arrays.fill(secret, zeros, 32, (byte) 0x11);
            SigningKey signing = primitives.signingKey(secret);
            byte[] signature = primitives.sign(signing, MESSAGE);
            Check.that(primitives.verify(signing.publicKey(), MESSAGE, signature), "a signature that verifies");
            AgreementKey agreement = primitives.agreementKey(secret);
            AgreementKey other = primitives.newAgreementKey();
            Check.equal(primitives.agree(agreement, other.publicKey()), primitives.agree(other, agreement.publicKey()));
        }
    }

    private void wiped() throws CryptoException {
        byte[] seed = Hex.bytes(SIGNING.get(0).secret());
        SigningKey signing = primitives.signingKey(seed);
        Check.equal(SIGNING.get(0).secret(), Hex.of(seed));
        Arrays.fill(seed, (byte) 0);
        byte[] secret = Hex.bytes(ALICE.secret());
        AgreementKey agreement = primitives.agreementKey(secret);
        Check.equal(ALICE.secret(), Hex.of(secret));
        Arrays.fill(secret, (byte) 0);
        Check.equal(SIGNING.get(0).publicHalf(), Hex.of(signing.publicKey()));
        byte[] signature = primitives.sign(signing, MESSAGE);
        Check.that(primitives.verify(signing.publicKey(), MESSAGE, signature), "a signature that verifies");
        Check.equal(SECRET, Hex.of(primitives.agree(agreement, Hex.bytes(BOB.publicHalf()))));
    }

    private void wrongLengths() {
        for (int length : new int[] {0, 1, 31, 33, 64}) {
            Check.throwsA(IllegalArgumentException.class, () -> primitives.signingKey(new byte[length]));
            Check.throwsA(IllegalArgumentException.class, () -> primitives.agreementKey(new byte[length]));
        }
    }

    /** A private key and its public half, in hexadecimal. */
    private record Pair(String secret, String publicHalf) {}
}
