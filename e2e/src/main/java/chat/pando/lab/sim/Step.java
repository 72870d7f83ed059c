package chat.pando.lab.sim;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that can happen.
 *
 * @param weight how often, among the others
 * @param action does it and says what was done; nothing where there was nothing to do it to
 */
record Step(int weight, Supplier<Optional<String>> action) {}
