package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import java.util.Arrays;

/**
 * Bytes as text; what is no UTF-8 is refused, where {@link Utf8} puts a replacement character (RFC 3629, section 3).
 */
public final class StrictUtf8 {

    private StrictUtf8() {}

    /** @throws CryptoException where the bytes are no UTF-8 */
    public static String decode(byte[] bytes) throws CryptoException {
        String text = Utf8.decode(bytes);
        byte[] again = Utf8.encode(text);
        boolean same = Arrays.equals(bytes, again);
        Bytes.wipe(again);
        if (!same) {
            throw new CryptoException("text that is no UTF-8");
        }
        return text;
    }
}
