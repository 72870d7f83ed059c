package chat.pando.browser.standin;

import chat.pando.browser.BrowserBase64;
import chat.pando.host.CryptoException;

/** Base64 as Matrix writes it, in a browser: Java's takes ten times as long, of a text that every message is. */
public final class UnpaddedBase64 {

    private UnpaddedBase64() {}

    public static String encode(byte[] bytes) {
        return BrowserBase64.encode(bytes);
    }

    /** @throws CryptoException where the text is no base64 */
    public static byte[] decode(String text) throws CryptoException {
        return BrowserBase64.decode(text);
    }
}
