package chat.pando.crypto;

import chat.pando.host.CryptoException;

/**
 * An Olm message that can begin a session: it carries the public keys for that, and an ordinary message inside
 * (Olm specification, "Pre-Key Messages").
 */
public record PreKeyMessage(SessionKeys keys, RatchetMessage ratchetMessage) implements OlmMessage {

    static final int TYPE = 0;

    private static final int VERSION = 3;
    private static final int ONE_TIME_KEY = 0x0a;
    private static final int BASE_KEY = 0x12;
    private static final int IDENTITY_KEY = 0x1a;
    private static final int MESSAGE = 0x22;

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public byte[] bytes() {
        return new WireWriter(VERSION)
                .bytes(ONE_TIME_KEY, keys.oneTimeKey().own())
                .bytes(BASE_KEY, keys.baseKey().own())
                .bytes(IDENTITY_KEY, keys.identityKey().own())
                .bytes(MESSAGE, ratchetMessage.own())
                .toBytes();
    }

    static PreKeyMessage parse(byte[] bytes) throws CryptoException {
        WireFields fields = WireFields.parse(VERSION, bytes, bytes.length);
        SessionKeys keys = new SessionKeys(
                new Curve25519PublicKey(fields.bytes(IDENTITY_KEY)),
                new Curve25519PublicKey(fields.bytes(BASE_KEY)),
                new Curve25519PublicKey(fields.bytes(ONE_TIME_KEY)));
        return new PreKeyMessage(keys, RatchetMessage.parse(fields.bytes(MESSAGE)));
    }
}
