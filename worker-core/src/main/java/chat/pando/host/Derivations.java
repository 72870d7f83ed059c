package chat.pando.host;

import java.util.List;

/**
 * Keys that are derived together.
 *
 * @param all    of a list that nobody changes any more: it is not copied
 * @param info   HKDF's, for all of them
 * @param length of what is derived from each
 */
public record Derivations(List<Derivation> all, byte[] info, int length) {}
