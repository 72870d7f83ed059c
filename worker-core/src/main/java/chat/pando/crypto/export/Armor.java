package chat.pando.crypto.export;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.crypto.export.KeyExportException.Fault;
import chat.pando.host.CryptoException;

/** The text around exported keys: base64 in lines, between a first line and a last (spec, "Key exports", 5 and 6). */
final class Armor {

    /** Of a whole file, in characters: half a million sessions fit. */
    static final int LONGEST = 1 << 28;

    private static final String BEGIN = "-----BEGIN MEGOLM SESSION DATA-----";
    private static final String END = "-----END MEGOLM SESSION DATA-----";
    private static final int LINE = 76;

    private Armor() {}

    static String wrap(byte[] bytes) {
        String text = UnpaddedBase64.encode(bytes);
        String padded = text + "=".repeat((4 - text.length() % 4) % 4);
        StringBuilder file = new StringBuilder(BEGIN).append('\n');
        for (int at = 0; at < padded.length(); at += LINE) {
            file.append(padded, at, Math.min(at + LINE, padded.length())).append('\n');
        }
        return file.append(END).append('\n').toString();
    }

    /** What lies between the lines; text around them, and white space between letters, is passed over. */
    static byte[] unwrap(String file) throws KeyExportException {
        int begin = file.indexOf(BEGIN);
        if (begin < 0) {
            throw new KeyExportException(Fault.NO_EXPORT);
        }
        int end = file.indexOf(END, begin + BEGIN.length());
        if (end < 0) {
            throw new KeyExportException(Fault.DAMAGED);
        }
        try {
            return UnpaddedBase64.decode(letters(file, begin + BEGIN.length(), end));
        } catch (CryptoException noBase64) {
            throw new KeyExportException(Fault.DAMAGED);
        }
    }

    private static String letters(String file, int from, int end) {
        StringBuilder letters = new StringBuilder(end - from);
        for (int i = from; i < end; i++) {
            if (file.charAt(i) > ' ') {
                letters.append(file.charAt(i));
            }
        }
        return letters.toString();
    }
}
