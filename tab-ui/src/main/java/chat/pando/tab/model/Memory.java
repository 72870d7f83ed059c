package chat.pando.tab.model;

import java.util.List;
import java.util.Optional;

/** What this tab remembers over a reload; another tab doesn't see it. */
public interface Memory {

    Optional<String> read(String name);

    /** Whether there was room for it; where there was none, what was remembered before stays. */
    boolean write(String name, String value);

    void forget(String name);

    /** The names that begin like this, in the order of the alphabet. */
    List<String> names(String prefix);
}
