package chat.pando.tab.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A memory for tests, which can be full. */
public final class MapMemory implements Memory {

    private final Map<String, String> values = new TreeMap<>();
    private boolean full;

    public void fill() {
        full = true;
    }

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean write(String name, String value) {
        if (!full) {
            values.put(name, value);
        }
        return !full;
    }

    @Override
    public void forget(String name) {
        values.remove(name);
    }

    @Override
    public List<String> names(String prefix) {
        return values.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
