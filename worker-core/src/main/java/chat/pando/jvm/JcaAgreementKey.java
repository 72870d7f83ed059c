package chat.pando.jvm;

import chat.pando.host.AgreementKey;
import java.security.PrivateKey;

/** An X25519 key pair of the Java Cryptography Architecture. */
final class JcaAgreementKey implements AgreementKey {

    private final byte[] publicKey;
    private final PrivateKey privateKey;

    JcaAgreementKey(byte[] publicKey, PrivateKey privateKey) {
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
