package chat.pando.e2e.law;

import java.util.Base64;

/** How long what a Megolm message encrypts is, as the message shows to everybody. */
public final class MegolmLength {

    private static final int CIPHERTEXT = 0x12;

    private MegolmLength() {}

    /** The bytes of AES ciphertext in a message as it stands in an event (spec of Megolm, "Message format"). */
    public static int ofCiphertext(String message) {
        String field = RatchetHeader.of(message, CIPHERTEXT).bytes(CIPHERTEXT);
        return Base64.getDecoder().decode(field).length;
    }
}
