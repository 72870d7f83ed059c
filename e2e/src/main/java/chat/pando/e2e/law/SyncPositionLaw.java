package chat.pando.e2e.law;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A device asks from the position it asked from last, or from one that the server gave it in answer to that. An earlier
 * one would mean that a position was committed without being kept; a later one, that something was skipped.
 */
public final class SyncPositionLaw implements WireLaw {

    private static final String BEGINNING = "";

    private final Map<String, Place> places = new HashMap<>();

    /** Where a device is, and where it may go from there. */
    private static final class Place {
        private String since = BEGINNING;
        private final Set<String> next = new HashSet<>();
    }

    @Override
    public List<Breach> asked(Ask ask) {
        if (!ask.isSync()) {
            return List.of();
        }
        Place place = places.computeIfAbsent(ask.device(), device -> new Place());
        String since = ask.parameter("since").orElse(BEGINNING);
        if (since.equals(place.since)) {
            return List.of();
        }
        boolean known = place.next.contains(since);
        String before = place.since;
        place.since = since;
        place.next.clear();
        return known ? List.of() : List.of(new Breach(Law.SYNC_POSITION_GOES_ON,
                "From " + before + " no answer led to " + since + ": " + ask));
    }

    @Override
    public void answered(Ask ask, int status, byte[] body) {
        if (ask.isSync() && status == 200) {
            Place place = places.computeIfAbsent(ask.device(), device -> new Place());
            if (ask.parameter("since").orElse(BEGINNING).equals(place.since)) {
                place.next.add(Bodies.json(body).path("next_batch").asString());
            }
        }
    }
}
