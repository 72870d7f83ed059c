package chat.pando.crypto.qr;

import java.util.Optional;

/** Who verifies whom with a QR code, and so what its two keys are (spec, "QR codes", "QR code format"). */
public enum QrMode {
    /** Another person: our master key, and what we think theirs is. */
    OTHER_USER,
    /** Our own new device, shown by one that trusts the master key: the master key, and what we think its key is. */
    SELF_TRUSTING,
    /** Our own new device, shown by itself: its key, and what it thinks the master key is. */
    SELF_NOT_YET_TRUSTING;

    private static final QrMode[] BY_CODE = values();

    byte code() {
        return (byte) ordinal();
    }

    static Optional<QrMode> ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? Optional.of(BY_CODE[code]) : Optional.empty();
    }
}
