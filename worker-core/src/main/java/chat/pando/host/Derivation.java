package chat.pando.host;

import java.util.List;

/**
 * A key to be derived.
 *
 * @param agreements whose shared secrets, one after the other, it is derived from
 */
public record Derivation(List<Agreement> agreements, byte[] salt) {}
