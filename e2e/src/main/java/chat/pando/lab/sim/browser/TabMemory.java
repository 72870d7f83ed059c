package chat.pando.lab.sim.browser;

import chat.pando.tab.model.Memory;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What a tab remembers over a reload. */
final class TabMemory implements Memory {

    private final TreeMap<String, String> values = new TreeMap<>();

    @Override
    public Optional<String> read(String name) {
        return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean write(String name, String value) {
        values.put(name, value);
        return true;
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
