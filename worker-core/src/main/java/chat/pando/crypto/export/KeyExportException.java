package chat.pando.crypto.export;

import chat.pando.host.CryptoException;

/** A file of room keys that was refused, and why as far as it can be told (spec, "Key exports"). */
public final class KeyExportException extends CryptoException {

    private static final long serialVersionUID = 1;

    /** What the person can be told. */
    public enum Fault {
        NO_EXPORT("a file without exported keys"),
        DAMAGED("exported keys that are damaged"),
        OTHER_VERSION("exported keys of another version"),
        TOO_LARGE("exported keys that are too many"),
        UNREASONABLE_ROUNDS("exported keys with too few or too many rounds"),
        /** Nothing in the file tells the one from the other. */
        WRONG_PASSPHRASE_OR_CHANGED("exported keys of another passphrase, or changed ones");

        private final String message;

        Fault(String message) {
            this.message = message;
        }
    }

    private final Fault fault;

    KeyExportException(Fault fault) {
        super(fault.message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
