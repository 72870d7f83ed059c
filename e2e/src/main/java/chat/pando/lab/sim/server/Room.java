package chat.pando.lab.sim.server;

import chat.pando.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room of the server: its events in order, and the state that they make. */
final class Room {

    final String id;
    final List<Event> events = new ArrayList<>();
    /** By type and key, the event that holds now. */
    final Map<String, Event> state = new LinkedHashMap<>();
    final Map<String, Membership> members = new LinkedHashMap<>();
    /** Who has read up to which event, and when the server heard of it. */
    final Map<String, Receipt> receipts = new LinkedHashMap<>();

    /** The device that has asked for the room. */
    final String founder;
    /** Whom it has asked to invite from the start, and when that was. */
    final Map<String, Long> guests = new LinkedHashMap<>();

    Room(String id, String founder) {
        this.id = id;
        this.founder = founder;
    }

    /**
     * An event.
     *
     * @param device      who has sent it
     * @param transaction under which the device has sent it; empty for what the server made
     */
    record Event(long position, JsonObject json, String device, String transaction) {

        boolean isState() {
            return json.has("state_key");
        }

        String stateName() {
            return json.requireString("type") + " " + json.requireString("state_key");
        }

        String eventId() {
            return json.requireString("event_id");
        }
    }

    /** Somebody's place in the room, and since when. */
    record Membership(String kind, long since) {}

    record Receipt(String event, long position) {}

    boolean has(String user, String kind) {
        return Optional.ofNullable(members.get(user)).filter(m -> m.kind().equals(kind)).isPresent();
    }

    Optional<JsonObject> stateContent(String type, String key) {
        return Optional.ofNullable(state.get(type + " " + key)).map(event -> event.json().at("content"));
    }

    boolean encrypted() {
        return state.containsKey("m.room.encryption ");
    }

    /** Adds an event; the position is the next one. */
    void add(Event event) {
        events.add(event);
        if (event.isState()) {
            state.put(event.stateName(), event);
            if (event.json().string("type").equals(Optional.of("m.room.member"))) {
                String kind = event.json().at("content").string("membership").orElse("leave");
                members.put(event.json().requireString("state_key"), new Membership(kind, event.position()));
            }
        }
    }

    /** The index of the first event after a position. */
    int after(long position) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (events.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
