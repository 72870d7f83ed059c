package chat.pando.browser.hashing;

import java.util.Arrays;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/**
 * {@link BouncyHashes} for a caller in JavaScript: what goes in lies at {@link #ROOM} in the memory, one part after the
 * other, and what comes out lies there afterwards.
 */
public final class HashingProgram {

    /**
     * A third of the memory, in bytes. The first third is for the program's own constants, the second for what goes in and
     * out, the last for what else TeaVM needs.
     */
    public static final int ROOM = 1 << 16;

    private static final int LONGEST_DERIVED = 255 * BouncyHashes.LENGTH;

    private static final Address START = Address.fromInt(ROOM);
    private static final BouncyHashes HASHES = new BouncyHashes();

    /** The same arrays at each call, blank in between. */
    private static final byte[] IN = new byte[ROOM];
    private static final byte[] OUT = new byte[LONGEST_DERIVED];

    private HashingProgram() {}

    /** A program has one; this one is there for what it exports. */
    public static void main(String[] args) {
        // nothing to do before anybody calls
    }

    @Export(name = "sha256")
    public static void sha256(int length) {
        read(length);
        HASHES.sha256(IN, length, OUT);
        answer(length, BouncyHashes.LENGTH);
    }

    /** The code of a message, which stands behind the key. */
    @Export(name = "hmac")
    public static void hmac(int keyLength, int messageLength) {
        read(keyLength + messageLength);
        HASHES.key(IN, 0, keyLength);
        HASHES.code(IN, keyLength, messageLength, OUT);
        answer(keyLength + messageLength, BouncyHashes.LENGTH);
    }

    /** The code of one more message under the key of the last one. */
    @Export(name = "hmacAgain")
    public static void hmacAgain(int messageLength) {
        read(messageLength);
        HASHES.code(IN, 0, messageLength, OUT);
        answer(messageLength, BouncyHashes.LENGTH);
    }

    /** What is derived from a secret, behind which stand the salt and the info. */
    @Export(name = "hkdf")
    public static void hkdf(int secretLength, int saltLength, int infoLength, int length) {
        int secrets = secretLength + saltLength;
        read(secrets + infoLength);
        HASHES.hkdf(IN, secretLength, saltLength, Arrays.copyOfRange(IN, secrets, secrets + infoLength), OUT, length);
        answer(secrets + infoLength, length);
    }

    private static void read(int length) {
        for (int i = 0; i < length; i++) {
            IN[i] = START.add(i).getByte();
        }
    }

    /** Writes what has come out, and forgets it and what went in. */
    private static void answer(int wentIn, int length) {
        for (int i = 0; i < length; i++) {
            START.add(i).putByte(OUT[i]);
        }
        Arrays.fill(IN, 0, wentIn, (byte) 0);
        Arrays.fill(OUT, 0, length, (byte) 0);
    }
}
