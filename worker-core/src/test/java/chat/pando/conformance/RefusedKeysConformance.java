package chat.pando.conformance;

import chat.pando.host.AgreementKey;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.SigningKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * What every {@link Primitives} makes of keys and signatures at the edge of what may be, in the manner of Project
 * Wycheproof.
 *
 * <p>Platforms differ in Ed25519 where a public key or a signature's point has a small order, or is written in more
 * than one way: so nothing is promised of these, and {@code Ed25519PublicKey} refuses such keys before.
 */
public final class RefusedKeysConformance implements Conformance {

    private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger GROUP_ORDER = BigInteger.ONE
            .shiftLeft(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));

    /** Numbers below the prime whose points have an order of 1, 2, 4 or 8, on the curve or on its twist. */
    private static final List<BigInteger> LOW_ORDER = List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            PRIME.subtract(BigInteger.ONE),
            new BigInteger("325606250916557431795983626356110631294008115727848805560023387167927233504"),
            new BigInteger("39382357235489614581723060781553021112529911719440698176882885853963445705823"));

    private static final byte[] MESSAGE = {1, 2, 3};

    private final Primitives primitives;

    public RefusedKeysConformance(Primitives primitives) {
        this.primitives = primitives;
    }

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("X25519: no point of low order, however it is written", this::lowOrder),
                new Case("X25519: a number beyond the prime is read modulo the prime", this::beyondThePrime),
                new Case("X25519: points on the twist are read", this::twist),
                new Case("Ed25519: no scalar beyond the group's order", this::beyondTheOrder),
                new Case("Ed25519: neither half of a signature may be nothing or everything", this::halves),
                new Case("Ed25519: no signature with its halves swapped, or longer than it is", this::shapes));
    }

    private void lowOrder() {
        AgreementKey mine = primitives.newAgreementKey();
        for (BigInteger number : LOW_ORDER) {
            for (BigInteger same : List.of(number, number.add(PRIME))) {
                if (same.bitLength() <= 255) {
                    refused(mine, bytes(same));
                    refused(mine, withHighestBit(bytes(same)));
                }
            }
        }
    }

    private void refused(AgreementKey mine, byte[] point) {
        Check.throwsA(CryptoException.class, () -> primitives.agree(mine, point));
    }

    /** As RFC 7748, section 5, asks of implementations. */
    private void beyondThePrime() throws CryptoException {
        AgreementKey mine = primitives.newAgreementKey();
        for (int number = 2; number <= 18; number++) {
            BigInteger canonical = BigInteger.valueOf(number);
            byte[] secret = primitives.agree(mine, bytes(canonical));
            Check.equal(secret, primitives.agree(mine, bytes(canonical.add(PRIME))));
            Check.equal(secret, primitives.agree(mine, withHighestBit(bytes(canonical))));
        }
    }

    /** 2 is a point of the twist, 9 the base point: both sides of a key pair made with either agree. */
    private void twist() throws CryptoException {
        for (int number : new int[] {2, 9}) {
            AgreementKey one = primitives.newAgreementKey();
            AgreementKey other = primitives.newAgreementKey();
            byte[] point = bytes(BigInteger.valueOf(number));
            byte[] both = primitives.agree(one, primitives.agree(other, point));
            Check.equal(both, primitives.agree(other, primitives.agree(one, point)));
        }
    }

    private void beyondTheOrder() {
        SigningKey key = primitives.newSigningKey();
        byte[] signature = primitives.sign(key, MESSAGE);
        BigInteger scalar = number(Arrays.copyOfRange(signature, 32, 64));
        Check.that(scalar.compareTo(GROUP_ORDER) < 0, "a platform's own scalar is below the order");
        for (BigInteger larger = scalar.add(GROUP_ORDER);
                larger.bitLength() <= 256;
                larger = larger.add(GROUP_ORDER)) {
            notVerified(key, Arrays.copyOf(signature, 32), bytes(larger));
        }
    }

    private void halves() {
        SigningKey key = primitives.newSigningKey();
        byte[] signature = primitives.sign(key, MESSAGE);
        byte[] point = Arrays.copyOf(signature, 32);
        byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
        byte[] nothing = new byte[32];
        byte[] everything = new byte[32];
        Arrays.fill(everything, (byte) 0xff);
        for (byte[] half : List.of(nothing, everything, bytes(BigInteger.ONE), bytes(GROUP_ORDER), bytes(PRIME))) {
            notVerified(key, half, scalar);
            notVerified(key, point, half);
            notVerified(key, half, nothing);
        }
    }

    private void shapes() {
        SigningKey key = primitives.newSigningKey();
        byte[] signature = primitives.sign(key, MESSAGE);
        byte[] point = Arrays.copyOf(signature, 32);
        byte[] scalar = Arrays.copyOfRange(signature, 32, 64);
        notVerified(key, scalar, point);
        notVerified(key, signature, scalar);
        notVerified(key, new byte[1], signature);
        notVerified(key, point, new byte[0]);
    }

    private void notVerified(SigningKey key, byte[] point, byte[] scalar) {
        byte[] signature = Arrays.copyOf(point, point.length + scalar.length);
        System.arraycopy(scalar, 0, signature, point.length, scalar.length);
        Check.that(!primitives.verify(key.publicKey(), MESSAGE, signature), "it does not verify");
    }

    private static byte[] withHighestBit(byte[] bytes) {
        byte[] same = bytes.clone();
        same[31] |= (byte) 0x80;
        return same;
    }

    /** A number of at most 256 bits, little-endian. */
    private static byte[] bytes(BigInteger number) {
        byte[] bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static BigInteger number(byte[] littleEndian) {
        BigInteger number = BigInteger.ZERO;
        for (int i = littleEndian.length - 1; i >= 0; i--) {
            number = number.shiftLeft(8).add(BigInteger.valueOf(littleEndian[i] & 0xff));
        }
        return number;
    }
}
