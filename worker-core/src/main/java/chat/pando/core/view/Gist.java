package chat.pando.core.view;

import chat.pando.protocol.Delta;
import chat.pando.protocol.TimelineItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What remains of a run of deltas when each thing is told once: applied to any tab, it leaves what the whole run
 * leaves.
 *
 * <p>Of each thing only the latest is kept, at the place of the latest. That is enough, because two deltas commute
 * unless the later makes the earlier void: what is said of an open room is void when it is removed, or one is opened.
 */
final class Gist {

    /** What is told once. */
    private enum Kind {
        ACCOUNTS,
        CONNECTION,
        ROOM,
        /** Apart from ROOM: a removal closes the room also where it comes back at once. */
        REMOVED_ROOM,
        OPEN_ROOM,
        TIMELINE,
        MEMBERS,
        SIGNED_OUT
    }

    private record Topic(Kind kind, String of) {

        @Override
        public String toString() {
            return "Topic[" + kind + "]"; // it can be of a person
        }
    }

    private final Map<Topic, Delta> latest = new LinkedHashMap<>();
    private final Map<String, TimelineGist> timelines = new LinkedHashMap<>();

    /** What changed in one timeline: each entry's latest, or that it is gone. */
    private static final class TimelineGist {

        private final Map<String, TimelineItem> changed = new LinkedHashMap<>();
        private final Set<String> removed = new LinkedHashSet<>();
        private boolean hasOlder;

        void add(Delta.TimelineChanged delta) {
            delta.removed().forEach(key -> {
                changed.remove(key);
                removed.add(key);
            });
            delta.changed().forEach(item -> {
                removed.remove(item.key());
                changed.put(item.key(), item);
            });
            hasOlder = delta.hasOlder();
        }

        Delta delta(String room) {
            return new Delta.TimelineChanged(room, List.copyOf(changed.values()), List.copyOf(removed), hasOlder);
        }
    }

    void add(Delta delta) {
        if (delta instanceof Delta.AccountsChanged) {
            put(Kind.ACCOUNTS, "", delta);
        } else if (delta instanceof Delta.ConnectionChanged) {
            put(Kind.CONNECTION, "", delta);
        } else if (delta instanceof Delta.SignedOut signedOut) {
            put(Kind.SIGNED_OUT, signedOut.userId(), delta);
        } else if (delta instanceof Delta.RoomChanged changed) {
            put(Kind.ROOM, changed.room().id(), delta);
        } else if (delta instanceof Delta.RoomRemoved removed) {
            latest.remove(new Topic(Kind.ROOM, removed.room()));
            put(Kind.REMOVED_ROOM, removed.room(), delta);
        } else {
            addOfOpenRoom(delta);
        }
    }

    private void addOfOpenRoom(Delta delta) {
        if (delta instanceof Delta.RoomOpened) {
            latest.keySet().removeIf(topic -> topic.kind() == Kind.TIMELINE || topic.kind() == Kind.MEMBERS);
            timelines.clear();
            put(Kind.OPEN_ROOM, "", delta);
        } else if (delta instanceof Delta.MembersChanged changed) {
            put(Kind.MEMBERS, changed.room(), delta);
        } else if (delta instanceof Delta.TimelineChanged changed) {
            timelines.computeIfAbsent(changed.room(), room -> new TimelineGist()).add(changed);
            put(Kind.TIMELINE, changed.room(), delta);
        } else {
            throw new IllegalArgumentException("a delta without a topic");
        }
    }

    private void put(Kind kind, String of, Delta delta) {
        Topic topic = new Topic(kind, of);
        latest.remove(topic);
        latest.put(topic, delta);
    }

    /** The deltas that are left, in an order in which they can be applied. */
    List<Delta> deltas() {
        List<Delta> deltas = new ArrayList<>(latest.size());
        latest.forEach((topic, delta) ->
                deltas.add(topic.kind() == Kind.TIMELINE ? timelines.get(topic.of()).delta(topic.of()) : delta));
        return deltas;
    }
}
