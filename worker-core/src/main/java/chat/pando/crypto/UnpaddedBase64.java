package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.PlainBase64;

/**
 * Base64 as Matrix writes it: the standard alphabet, without padding (spec, appendix "Unpadded Base64"). In a browser
 * another class stands in for this one, which has the browser do it.
 *
 * <p>It reads padded text as well, and nothing else: no white space, no other alphabet, no stray bits at the end. So each
 * sequence of bytes has one unpadded form, and no message or key can be told apart by its spelling. That is what vodozemac
 * reads, save that padding is whole here or not there at all; libolm passes over stray bits.
 */
public final class UnpaddedBase64 {

    private UnpaddedBase64() {}

    public static String encode(byte[] bytes) {
        return PlainBase64.encode(bytes);
    }

    /** @throws CryptoException where the text is no base64 */
    public static byte[] decode(String text) throws CryptoException {
        return PlainBase64.decode(text);
    }
}
