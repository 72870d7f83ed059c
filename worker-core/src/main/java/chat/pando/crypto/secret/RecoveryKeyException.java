package chat.pando.crypto.secret;

import chat.pando.host.CryptoException;

/**
 * A text that was typed in as a recovery key and is none, and what is wrong with it (spec, appendix "Cryptographic key
 * representation").
 */
public final class RecoveryKeyException extends CryptoException {

    private static final long serialVersionUID = 1;

    /** What somebody may have got wrong. */
    public enum Fault {
        UNKNOWN_LETTER("a letter that no recovery key has"),
        WRONG_LENGTH("a recovery key of a wrong length"),
        OTHER_KIND("a key of another kind than a recovery key"),
        MISTYPED("a recovery key with a wrong check byte");

        private final String message;

        Fault(String message) {
            this.message = message;
        }
    }

    private final Fault fault;

    RecoveryKeyException(Fault fault) {
        super(fault.message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
