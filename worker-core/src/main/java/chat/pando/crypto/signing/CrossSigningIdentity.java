package chat.pando.crypto.signing;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * A person's cross-signing keys, which hang together: the master key has signed the other two (spec, "Cross-signing").
 *
 * @param userSigning our own identity has one; others' is hidden from us
 */
public record CrossSigningIdentity(
        CrossSigningKey master, CrossSigningKey selfSigning, Optional<CrossSigningKey> userSigning) {

    /** @throws CryptoException where a key is used for another purpose, is not the same user's, or isn't signed */
    public static CrossSigningIdentity of(
            Primitives primitives,
            CrossSigningKey master,
            CrossSigningKey selfSigning,
            Optional<CrossSigningKey> userSigning)
            throws CryptoException {
        require(master.usage() == KeyUsage.MASTER, "another key in the place of a master key");
        requireSigned(primitives, master, selfSigning, KeyUsage.SELF_SIGNING);
        if (userSigning.isPresent()) {
            requireSigned(primitives, master, userSigning.get(), KeyUsage.USER_SIGNING);
        }
        return new CrossSigningIdentity(master, selfSigning, userSigning);
    }

    public String userId() {
        return master.userId();
    }

    /** Whether this is a device of this person's that the self-signing key has signed. */
    public boolean ownsDevice(Primitives primitives, JsonObject deviceKeys) {
        return deviceKeys.string("user_id").orElse("").equals(userId()) && selfSigning.signed(primitives, deviceKeys);
    }

    /** Whether our user-signing key has signed that person's master key. */
    public boolean hasVerified(Primitives primitives, CrossSigningIdentity other) {
        return userSigning.isPresent() && userSigning.get().signed(primitives, other.master().json());
    }

    /** Whether trust reaches that person's device: from our master key over theirs. */
    public boolean trusts(Primitives primitives, CrossSigningIdentity other, JsonObject deviceKeys) {
        return hasVerified(primitives, other) && other.ownsDevice(primitives, deviceKeys);
    }

    private static void requireSigned(
            Primitives primitives, CrossSigningKey master, CrossSigningKey key, KeyUsage usage)
            throws CryptoException {
        require(key.usage() == usage, "a cross-signing key in another one's place");
        require(key.userId().equals(master.userId()), "cross-signing keys of different users");
        require(!key.key().equals(master.key()), "a master key that is another key as well");
        require(master.signed(primitives, key.json()), "a cross-signing key that its master key didn't sign");
    }

    private static void require(boolean holds, String refusal) throws CryptoException {
        if (!holds) {
            throw new CryptoException(refusal);
        }
    }

    @Override
    public String toString() {
        return "CrossSigningIdentity";
    }
}
