package chat.pando.browser.hashing;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.Memoable;

/**
 * SHA-256 for one HMAC, which copies it twice for each key and forgets the copies of the last key: its copies are two that
 * take turns, since new ones would be most of the garbage that hashing makes.
 */
final class KeyedSha256 extends SHA256Digest {

    private final SHA256Digest[] copies = {new SHA256Digest(), new SHA256Digest()};
    private int latest;

    @Override
    public Memoable copy() {
        latest ^= 1;
        copies[latest].reset(this);
        return copies[latest];
    }
}
