package chat.pando.host;

/** A cryptographically secure source of random bytes. */
@FunctionalInterface
public interface Entropy {

    byte[] bytes(int count);
}
