package chat.pando.jvm;

import chat.pando.host.SealingKey;
import javax.crypto.SecretKey;

/** An AES-256 key of the Java Cryptography Architecture. */
final class JcaSealingKey implements SealingKey {

    private final SecretKey secretKey;

    JcaSealingKey(SecretKey secretKey) {
        this.secretKey = secretKey;
    }

    SecretKey secretKey() {
        return secretKey;
    }
}
