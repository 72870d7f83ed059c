package chat.pando.browser.hashing;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.teavm.interop.Address;
import org.teavm.interop.Export;

/**
 * SHA-256 and what is made of it, for a caller in JavaScript: what goes in lies at {@link #ROOM} in the memory, one part
 * after the other, and what comes out lies there afterwards.
 *
 * <p>None of it branches on secrets or looks anything up by them, so that its time tells nothing about them. That can't be
 * said of AES in software: AES stays with WebCrypto.
 */
public final class HashingProgram {

    /**
     * A third of the memory, in bytes. The first third is for the program's own constants, the second for what goes in and
     * out, the last for what else TeaVM needs.
     */
    public static final int ROOM = 1 << 16;

    private static final Address START = Address.fromInt(ROOM);
    private static final SHA256Digest SHA256 = new SHA256Digest();
    private static final HMac HMAC = new HMac(new KeyedSha256());
    private static final HKDFBytesGenerator HKDF = new HKDFBytesGenerator(new KeyedSha256());

    private HashingProgram() {}

    /** A program has one; this one is there for what it exports. */
    public static void main(String[] args) {
        // nothing to do before anybody calls
    }

    @Export(name = "sha256")
    public static void sha256(int length) {
        byte[] message = read(0, length);
        byte[] hash = new byte[SHA256.getDigestSize()];
        SHA256.update(message, 0, length);
        SHA256.doFinal(hash, 0);
        write(hash);
        wipe(message, hash);
    }

    /** The code of a message (RFC 2104), which stands behind the key. */
    @Export(name = "hmac")
    public static void hmac(int keyLength, int messageLength) {
        byte[] key = read(0, keyLength);
        byte[] message = read(keyLength, messageLength);
        HMAC.init(new KeyParameter(key));
        writeCode(message);
        wipe(key);
    }

    /** The code of one more message under the key of the last one: to take a key in is half the work of a short message. */
    @Export(name = "hmacAgain")
    public static void hmacAgain(int messageLength) {
        writeCode(read(0, messageLength));
    }

    private static void writeCode(byte[] message) {
        byte[] code = new byte[HMAC.getMacSize()];
        HMAC.update(message, 0, message.length);
        HMAC.doFinal(code, 0);
        write(code);
        wipe(message, code);
    }

    /** What is derived from a secret, behind which stand the salt and the info (RFC 5869). */
    @Export(name = "hkdf")
    public static void hkdf(int secretLength, int saltLength, int infoLength, int length) {
        byte[] secret = read(0, secretLength);
        byte[] salt = read(secretLength, saltLength);
        byte[] derived = new byte[length];
        HKDF.init(new HKDFParameters(secret, salt, read(secretLength + saltLength, infoLength)));
        HKDF.generateBytes(derived, 0, length);
        write(derived);
        wipe(secret, salt, derived);
    }

    private static byte[] read(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = START.add(from + i).getByte();
        }
        return bytes;
    }

    private static void write(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            START.add(i).putByte(bytes[i]);
        }
    }

    private static void wipe(byte[]... secrets) {
        for (byte[] secret : secrets) {
            Arrays.fill(secret, (byte) 0);
        }
    }
}
