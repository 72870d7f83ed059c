package chat.pando.host;

/**
 * A message to be deciphered under keys of its own.
 *
 * @param secret        what its keys are derived from
 * @param message       begins with what is authenticated, and goes on with its code; there may be more behind that
 * @param authenticated how many bytes of it, header and ciphertext, the code vouches for
 * @param ciphertext    where among them it was found
 */
public record Deciphering(byte[] secret, byte[] message, int authenticated, Span ciphertext) {

    public Deciphering {
        if (ciphertext.to() > authenticated || authenticated + Primitives.CODE_LENGTH > message.length) {
            throw new IllegalArgumentException("a ciphertext or a code that is not in its message");
        }
    }

    /** A copy of the first bytes of the HMAC of what is authenticated. */
    public byte[] code() {
        return new Span(authenticated, authenticated + Primitives.CODE_LENGTH).of(message);
    }
}
