package chat.pando.host;

/** A cryptographic operation refused its input: forged, corrupt or malformed. Says which check failed, never with what. */
public class CryptoException extends Exception {

    private static final long serialVersionUID = 1;

    public CryptoException(String message) {
        super(message);
    }
}
