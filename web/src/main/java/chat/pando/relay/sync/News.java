package chat.pando.relay.sync;

import chat.pando.relay.log.Kind;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What sort of changes the log holds for some topics, so that a sync looks only where there is something to see. */
record News(Map<String, Set<Kind>> kinds) {

    static News between(Handle handle, Collection<String> topics, long after, long upTo) {
        Map<String, Set<Kind>> kinds = new HashMap<>();
        handle.select("select topic, kind from log where topic = any(?) and position > ? and position <= ? "
                        + "group by topic, kind", topics.toArray(String[]::new), after, upTo)
                .map((row, context) -> Map.entry(row.getString(1), Kind.valueOf(row.getString(2))))
                .forEach(entry -> kinds.computeIfAbsent(entry.getKey(), topic -> EnumSet.noneOf(Kind.class))
                        .add(entry.getValue()));
        return new News(kinds);
    }

    boolean has(String topic) {
        return kinds.containsKey(topic);
    }

    boolean has(String topic, Kind kind) {
        return kinds.getOrDefault(topic, Set.of()).contains(kind);
    }

    boolean hasAny(Kind kind) {
        return kinds.values().stream().anyMatch(topic -> topic.contains(kind));
    }
}
