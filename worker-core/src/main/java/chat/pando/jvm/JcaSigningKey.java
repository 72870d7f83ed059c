package chat.pando.jvm;

import chat.pando.host.SigningKey;
import java.security.PrivateKey;

/** An Ed25519 key pair of the Java Cryptography Architecture. */
final class JcaSigningKey implements SigningKey {

    private final byte[] publicKey;
    private final PrivateKey privateKey;

    JcaSigningKey(byte[] publicKey, PrivateKey privateKey) {
        this.publicKey = publicKey.clone();
        this.privateKey = privateKey;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    PrivateKey privateKey() {
        return privateKey;
    }
}
