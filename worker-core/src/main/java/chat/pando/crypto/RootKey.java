package chat.pando.crypto;

import chat.pando.host.Agreement;
import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Derivation;
import chat.pando.host.Derivations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The key from which each turn of the ratchet derives a new root key and a new chain (Olm specification, "Advancing the
 * root key").
 */
record RootKey(byte[] key) {

    private static final int LENGTH = 32;
    private static final byte[] NO_SALT = {};
    private static final byte[] START = "OLM_ROOT".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TURN = "OLM_RATCHET".getBytes(StandardCharsets.UTF_8);

    /** Where no root key is to be derived. */
    static final Derivations NOTHING = new Derivations(List.of(), TURN, 2 * LENGTH);

    /** A root key and the chain that was derived with it. */
    record Derived(RootKey root, ChainKey chain) {

        /** Both, of what was derived, which is overwritten. */
        static Derived of(byte[] keys) {
            byte[] root = Arrays.copyOf(keys, LENGTH);
            byte[] chain = Arrays.copyOfRange(keys, LENGTH, keys.length);
            Bytes.wipe(keys);
            return new Derived(new RootKey(root), new ChainKey(chain, 0));
        }
    }

    /** A turn of the ratchet that is due: our key pair of it, and their key that it answers. */
    record Turn(RootKey root, RatchetKey mine, RemoteRatchetKey theirs) {

        private Derivation derivation() {
            return new Derivation(List.of(new Agreement(mine.pair(), theirs.key().own())), root.key);
        }
    }

    /** What the first root keys and chains of sessions are derived from. */
    static Derivations starts(List<List<Agreement>> sessions) {
        List<Derivation> derivations = new ArrayList<>(sessions.size());
        for (List<Agreement> agreements : sessions) {
            derivations.add(new Derivation(agreements, NO_SALT));
        }
        return new Derivations(derivations, START, 2 * LENGTH);
    }

    /** What the root keys and chains after turns are derived from. */
    static Derivations turns(List<Turn> turns) {
        List<Derivation> derivations = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            derivations.add(turn.derivation());
        }
        return new Derivations(derivations, TURN, 2 * LENGTH);
    }

    static CryptoException noSecret() {
        return new CryptoException("a public key that gives no shared secret");
    }
}
