package chat.pando.channel.pace;

import chat.pando.host.Clock;
import chat.pando.json.JsonObject;
import chat.pando.store.Draft;
import chat.pando.store.Meta;
import chat.pando.store.Reads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The one who says which of an account's rooms may send its next message, and when.
 *
 * <p>What it has learned of the server's limit is stored by the jobs that change the outbox anyway. A crash in between
 * forgets what the last few messages have taught; the server says it again.
 */
public final class Pace {

    /** Requests aren't all equally long on their way: so much later than the server said is late enough. */
    private static final long MARGIN_MILLIS = 20;
    /** Whoever has no answer yet after so long holds nobody up. */
    private static final long ANSWER_MILLIS = 5_000;
    /** The clock was set back: what was learned by it is worth nothing. */
    private static final long SET_BACK_MILLIS = 2_000;
    /** The first rest where the server doesn't say how long; each further one is twice as long. */
    private static final long FIRST_REST_MILLIS = 1_000;
    private static final int MOST_DOUBLINGS = 6;
    /** What a server asks for beyond this is no wish but a mistake. */
    private static final long LONGEST_REST_MILLIS = 86_400_000;

    private final Clock clock;
    private final Meta meta;
    private final List<Place> queue = new ArrayList<>();
    private final List<Flight> underWay = new ArrayList<>();
    private Budget budget = Unlimited.FRESH;
    private Optional<JsonObject> stored = Optional.empty();
    private long grants;
    private long tickets;
    private long latest;
    private int unexplained;

    /** A message that is on its way, and those that left later and have got through since. */
    private static final class Flight {

        private final Grant grant;
        private final List<Grant> overtaking = new ArrayList<>();

        Flight(Grant grant) {
            this.grant = grant;
        }
    }

    public Pace(Clock clock, Meta meta) {
        this.clock = clock;
        this.meta = meta;
    }

    /** Takes up what an earlier core has learned. */
    public synchronized void load(Reads reads) {
        stored = meta.pace(reads);
        stored.ifPresent(json -> budget = Budget.restored(json, clock.now()));
    }

    /** Stores what was learned with whatever else the job stores. */
    public synchronized void save(Draft draft) {
        Optional<JsonObject> now = budget.stored();
        if (!now.equals(stored)) {
            meta.putPace(draft, now);
            stored = now;
        }
    }

    /**
     * The permission to send a message of the room that has this place; empty where it isn't its turn. Then the room
     * waits in the queue, and asks again after {@link Place#await}.
     */
    public synchronized Optional<Turn> take(Place place, Urgency urgency) {
        long now = now();
        if (!queue.contains(place)) {
            queue.add(place);
        }
        place.queue(urgency, tickets++);
        if (head() != place) {
            place.askAgainAt(Place.UNTIL_WOKEN);
            return Optional.empty();
        }
        long opens = opensAt(now);
        if (opens > now) {
            place.askAgainAt(opens);
            return Optional.empty();
        }
        queue.remove(place);
        Grant grant = budget.grant(grants++, now);
        budget = budget.granted(grant);
        underWay.add(new Flight(grant));
        wakeHead();
        return Optional.of(new Turn(this, place, grant));
    }

    /** The room has nothing to send for now. */
    public synchronized void leave(Place place) {
        place.dropTicket();
        if (queue.remove(place)) {
            wakeHead();
        }
    }

    private long opensAt(long now) {
        long opens = budget.opensAt(now);
        if (!budget.oneByOne() || underWay.isEmpty()) {
            return opens;
        }
        long latestGrant = underWay.get(underWay.size() - 1).grant.at();
        return Math.max(opens, latestGrant + ANSWER_MILLIS);
    }

    private Place head() {
        Place first = queue.get(0);
        for (Place place : queue) {
            first = place.isBefore(first) ? place : first;
        }
        return first;
    }

    private void wakeHead() {
        if (!queue.isEmpty()) {
            head().wake();
        }
    }

    private long now() {
        long now = clock.now();
        if (now < latest - SET_BACK_MILLIS) {
            budget = Unlimited.FRESH;
        }
        latest = now;
        return now;
    }

    synchronized void passed(Turn turn) {
        long now = now();
        unexplained = 0;
        turn.place().dropTicket();
        underWay.stream()
                .filter(flight -> flight.grant.number() < turn.grant().number())
                .forEach(flight -> flight.overtaking.add(turn.grant()));
        end(turn, budget.passed(turn.grant(), now));
    }

    synchronized void refused(Turn turn, OptionalLong retryAfterMillis) {
        now();
        Grant grant = turn.grant();
        long rest = retryAfterMillis.isPresent() ? bounded(retryAfterMillis.getAsLong()) : unexplainedRest();
        List<Grant> later = new ArrayList<>();
        underWay.stream().filter(flight -> flight.grant == grant).forEach(flight -> later.addAll(flight.overtaking));
        int heard = later.size();
        underWay.stream().map(flight -> flight.grant).filter(g -> g.number() > grant.number()).forEach(later::add);
        later.sort(Comparator.comparingLong(Grant::number));
        end(turn, budget.refused(new Refused(grant, grant.at() + rest + MARGIN_MILLIS, later, heard, grants)));
    }

    private static long bounded(long retryAfterMillis) {
        return Math.max(0, Math.min(LONGEST_REST_MILLIS, retryAfterMillis));
    }

    private long unexplainedRest() {
        long rest = FIRST_REST_MILLIS << Math.min(unexplained, MOST_DOUBLINGS);
        unexplained++;
        return rest;
    }

    synchronized void returned(Turn turn) {
        end(turn, budget.returned(turn.grant()));
    }

    synchronized void lost(Turn turn) {
        turn.place().dropTicket();
        end(turn, budget);
    }

    private void end(Turn turn, Budget now) {
        budget = now;
        underWay.removeIf(flight -> flight.grant == turn.grant());
        wakeHead();
    }
}
