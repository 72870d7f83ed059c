package chat.pando.tab.view;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** A list on the page that is updated in place: an entry keeps its elements as long as its key stays. */
final class KeyedList<T> {

    private final HTMLElement parent;
    private final Function<T, String> key;
    private final Function<T, Part<T>> factory;
    private final Map<String, Entry<T>> entries = new HashMap<>();

    /** An entry and what it shows. */
    private static final class Entry<T> {

        private final Part<T> part;
        private T value;

        Entry(Part<T> part) {
            this.part = part;
        }

        void show(T next) {
            if (!next.equals(value)) {
                value = next;
                part.update(next);
            }
        }
    }

    /**
     * A list inside an element that has no other children.
     *
     * @param factory makes the part for a value, which is then updated with it
     */
    KeyedList(HTMLElement parent, Function<T, String> key, Function<T, Part<T>> factory) {
        this.parent = parent;
        this.key = key;
        this.factory = factory;
    }

    void update(List<T> values) {
        HTMLElement focused = parent.getOwnerDocument().getActiveElement();
        removeAllBut(values);
        Node place = parent.getFirstChild();
        for (T value : values) {
            Entry<T> entry = entries.computeIfAbsent(key.apply(value), k -> new Entry<>(factory.apply(value)));
            entry.show(value);
            HTMLElement element = entry.part.element();
            if (element == place) {
                place = place.getNextSibling();
            } else {
                parent.insertBefore(element, place);
            }
        }
        if (focused != null && focused != parent.getOwnerDocument().getActiveElement()) {
            focused.focus(); // moving an element takes the focus from it
        }
    }

    private void removeAllBut(List<T> values) {
        Set<String> keys = new HashSet<>();
        values.forEach(value -> keys.add(key.apply(value)));
        for (Iterator<Map.Entry<String, Entry<T>>> all = entries.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<String, Entry<T>> entry = all.next();
            if (!keys.contains(entry.getKey())) {
                parent.removeChild(entry.getValue().part.element());
                all.remove();
            }
        }
    }
}
