package chat.pando.differential;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Olm messages that were changed on their way, one byte in each. */
final class Forgery {

    /** Shorter than any field of a fixed length but the MAC: so each key, and the MAC, is changed. */
    private static final int STEP = 8;

    private static final int MAC_AND_BLOCK = 8 + 16;

    private Forgery() {}

    /** A random byte of every eight is changed: versions, tags and lengths as well, if not each time. */
    static List<Parcel> ofEachField(Random random, Parcel parcel) throws CryptoException {
        int length = UnpaddedBase64.decode(parcel.body()).length;
        List<Parcel> forged = new ArrayList<>();
        for (int from = 0; from < Math.min(length, 256); from += STEP) {
            forged.add(changed(random, parcel, Math.min(from + random.nextInt(STEP), length - 1)));
        }
        forged.add(ofTheCiphertext(random, parcel));
        return forged;
    }

    /** The MAC, or the last block of the ciphertext. */
    static Parcel ofTheCiphertext(Random random, Parcel parcel) throws CryptoException {
        int length = UnpaddedBase64.decode(parcel.body()).length;
        return changed(random, parcel, length - 1 - random.nextInt(MAC_AND_BLOCK));
    }

    /** The highest bit stays: X25519 doesn't read that of a key (RFC 7748, section 5). */
    private static Parcel changed(Random random, Parcel parcel, int at) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(parcel.body());
        bytes[at] ^= (byte) (1 + random.nextInt(127));
        return new Parcel(parcel.type(), UnpaddedBase64.encode(bytes));
    }
}
