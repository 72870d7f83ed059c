package chat.pando.browser;

import chat.pando.host.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;

/** SHA-256 piece by piece, which WebCrypto can't: Bouncy Castle's, compiled to JavaScript. */
final class SteadySha256 implements Digest {

    private final SHA256Digest digest = new SHA256Digest();

    @Override
    public void update(byte[] bytes) {
        digest.update(bytes, 0, bytes.length);
    }

    @Override
    public byte[] finish() {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
