package chat.pando.browser;

import chat.pando.host.CryptoException;
import chat.pando.host.PlainBase64;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The browser's own base64 (ECMAScript 2026, {@code Uint8Array.fromBase64} and {@code toBase64}), as strict as
 * {@link PlainBase64}, which stands in where a browser has none: before Chromium 140, Firefox 133 and Safari 18.2.
 */
public final class BrowserBase64 {

    private static final boolean HERE = isHere();

    /** What may stand at the end of a text whose last character has four bits that mean nothing, or two. */
    private static final String LAST_OF_TWO = "AQgw";
    private static final String LAST_OF_THREE = "AEIMQUYcgkosw048";

    private BrowserBase64() {}

    public static String encode(byte[] bytes) {
        return HERE ? text(Int8Array.fromJavaArray(bytes)) : PlainBase64.encode(bytes);
    }

    /** @throws CryptoException where the text is no base64 */
    public static byte[] decode(String text) throws CryptoException {
        if (!HERE) {
            return PlainBase64.decode(text);
        }
        String unpadded = withoutPadding(text);
        int length = unpadded.length();
        JSObject bytes = hasStrayBits(unpadded) ? null : bytes(unpadded);
        // The browser passes over white space, which leaves fewer bytes than the text should have.
        if (bytes == null || length(bytes) != length / 4 * 3 + length % 4 * 3 / 4) {
            throw new CryptoException("no base64");
        }
        return Bytes.fromBrowser(bytes);
    }

    private static String withoutPadding(String text) {
        if (text.length() % 4 != 0 || !text.endsWith("=")) {
            return text;
        }
        return text.substring(0, text.length() - (text.endsWith("==") ? 2 : 1));
    }

    private static boolean hasStrayBits(String text) {
        return switch (text.length() % 4) {
            case 1 -> true;
            case 2 -> LAST_OF_TWO.indexOf(text.charAt(text.length() - 1)) < 0;
            case 3 -> LAST_OF_THREE.indexOf(text.charAt(text.length() - 1)) < 0;
            default -> false;
        };
    }

    @JSBody(script = "return typeof Uint8Array.fromBase64 === 'function'"
            + " && typeof Uint8Array.prototype.toBase64 === 'function';")
    private static native boolean isHere();

    @JSBody(
            params = "bytes",
            script = "return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length).toBase64({omitPadding: true});")
    private static native String text(Int8Array bytes);

    /** Null where there is a character in the text that base64 has not. */
    @JSBody(
            params = "text",
            script = "try { return Uint8Array.fromBase64(text); } catch (refused) {"
                    + " if (refused instanceof SyntaxError) { return null; } throw refused; }")
    private static native JSObject bytes(String text);

    @JSBody(params = "bytes", script = "return bytes.length;")
    private static native int length(JSObject bytes);
}
