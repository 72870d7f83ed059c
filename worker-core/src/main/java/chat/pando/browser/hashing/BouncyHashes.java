package chat.pando.browser.hashing;

import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SHA-256 and what is made of it, by Bouncy Castle: for whoever is compiled with it, to WebAssembly or to JavaScript. Not
 * for two threads at once. It makes little garbage, which would cost more than it seems: what the collector walks through
 * drives everything else out of the processor's caches.
 *
 * <p>None of it branches on secrets or looks anything up by them, so that its time tells nothing about them. That can't be
 * said of AES in software: AES stays with WebCrypto.
 */
public final class BouncyHashes {

    /** Of a hash, and so of a code. */
    public static final int LENGTH = 32;

    private final SHA256Digest sha256 = new SHA256Digest();
    private final HMac hmac = new HMac(new KeyedSha256());
    private final HMac withoutSalt = new HMac(new KeyedSha256());
    private final HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new KeyedSha256());
    private final byte[] pseudorandomKey = new byte[LENGTH];

    public BouncyHashes() {
        withoutSalt.init(new KeyParameter(new byte[LENGTH]));
    }

    /** SHA-256 of the first bytes (FIPS 180-4). */
    public void sha256(byte[] message, int length, byte[] hash) {
        sha256.update(message, 0, length);
        sha256.doFinal(hash, 0);
    }

    /** Takes in the key of the codes that follow: half the work for a short message. */
    public void key(byte[] keys, int from, int length) {
        hmac.init(new KeyParameter(keys, from, length));
    }

    /** The code of a stretch of bytes under the key that was taken in last (RFC 2104). */
    public void code(byte[] messages, int from, int length, byte[] code) {
        hmac.update(messages, from, length);
        hmac.doFinal(code, 0);
    }

    /**
     * What is derived from a secret, behind which stands the salt (RFC 5869).
     *
     * @param length how many bytes, at most 8,160
     */
    public void hkdf(byte[] secretAndSalt, int secretLength, int saltLength, byte[] info, byte[] derived, int length) {
        if (saltLength == 0) { // stands for as many zeros as a hash has bytes
            extract(withoutSalt, secretAndSalt, secretLength);
        } else {
            key(secretAndSalt, secretLength, saltLength);
            extract(hmac, secretAndSalt, secretLength);
        }
        hkdf.init(HKDFParameters.skipExtractParameters(pseudorandomKey, info));
        hkdf.generateBytes(derived, 0, length);
        Arrays.fill(pseudorandomKey, (byte) 0);
    }

    /** Section 2.2: the secret's code under the salt. */
    private void extract(HMac salted, byte[] secret, int secretLength) {
        salted.update(secret, 0, secretLength);
        salted.doFinal(pseudorandomKey, 0);
    }
}
