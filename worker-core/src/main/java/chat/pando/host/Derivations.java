package chat.pando.host;

import java.util.List;

/**
 * Keys that are derived together.
 *
 * @param info   HKDF's, for all of them
 * @param length of what is derived from each
 */
public record Derivations(List<Derivation> all, byte[] info, int length) {

    public Derivations {
        all = List.copyOf(all);
    }
}
