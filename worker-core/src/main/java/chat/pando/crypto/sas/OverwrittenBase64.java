package chat.pando.crypto.sas;

import chat.pando.crypto.UnpaddedBase64;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base64 as libolm wrote it over its own input: from the second group of three bytes on, it encodes what it has just
 * written (spec, note in "MAC calculation"; MSC3783). Two codes that agree in their first bytes may look alike, and
 * devices that know only {@code hkdf-hmac-sha256} expect exactly this.
 */
final class OverwrittenBase64 {

    private OverwrittenBase64() {}

    static String encode(byte[] bytes) {
        byte[] memory = Arrays.copyOf(bytes, (bytes.length * 4 + 2) / 3);
        int out = 0;
        for (int in = 0; in < bytes.length; in += 3) {
            byte[] group = Arrays.copyOfRange(memory, in, Math.min(in + 3, bytes.length));
            for (byte letter : UnpaddedBase64.encode(group).getBytes(StandardCharsets.US_ASCII)) {
                memory[out++] = letter;
            }
        }
        return new String(memory, StandardCharsets.US_ASCII);
    }
}
