package chat.pando.crypto.attachment;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;

/** Base64 in the alphabet of JSON Web Keys, without padding (spec, appendix "URL-safe Unpadded Base64"). */
final class UrlSafeBase64 {

    private UrlSafeBase64() {}

    static String encode(byte[] bytes) {
        return UnpaddedBase64.encode(bytes).replace('+', '-').replace('/', '_');
    }

    static byte[] decode(String text) throws CryptoException {
        if (text.indexOf('+') >= 0 || text.indexOf('/') >= 0) {
            throw new CryptoException("a character that URL-safe base64 has not");
        }
        return UnpaddedBase64.decode(text.replace('-', '+').replace('_', '/'));
    }
}
