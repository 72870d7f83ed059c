package chat.pando.crypto;

import chat.pando.host.CryptoException;

/** An Olm message as it travels: its type and its body, which is base64 (spec, "m.olm.v1.curve25519-aes-sha2"). */
public sealed interface OlmMessage permits PreKeyMessage, RatchetMessage {

    /** 0 for a pre-key message, 1 for an ordinary one. */
    int type();

    byte[] bytes();

    /** The part that the session's ratchet reads. */
    RatchetMessage ratchetMessage();

    default String body() {
        return UnpaddedBase64.encode(bytes());
    }

    /** @throws CryptoException where the type is unknown or the body is malformed */
    static OlmMessage parse(long type, String body) throws CryptoException {
        byte[] bytes = UnpaddedBase64.decode(body);
        if (type == PreKeyMessage.TYPE) {
            return PreKeyMessage.parse(bytes);
        }
        if (type == RatchetMessage.TYPE) {
            return RatchetMessage.parse(bytes);
        }
        throw new CryptoException("an Olm message of unknown type");
    }
}
