package chat.pando.channel.pace;

import chat.pando.host.Signal;
import chat.pando.jvm.ManualClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.LongFunction;

/**
 * Rooms that send messages through a {@link Pace} to a server with a limiter, on one thread and on a clock of their
 * own. As Synapse does, the server keeps a refusal back for half a second.
 */
final class Traffic {

    private static final long PAUSE_MILLIS = 500;

    final ManualClock clock;
    final Pace pace;
    /** Which room each message came from that the server took, in order. */
    final List<Integer> taken = new ArrayList<>();
    final List<String> takenTexts = new ArrayList<>();
    final List<Long> takenAt = new ArrayList<>();
    private final Random random;
    private final long latency;
    private final long jitter;
    private final List<Room> rooms = new ArrayList<>();
    LongFunction<OptionalLong> limiter;
    int refusals;

    Traffic(Pace pace, ManualClock clock, LongFunction<OptionalLong> limiter, long seed, long latency, long jitter) {
        this.pace = pace;
        this.clock = clock;
        this.limiter = limiter;
        this.random = new Random(seed);
        this.latency = latency;
        this.jitter = jitter;
    }

    static LongFunction<OptionalLong> of(LeakyBucket bucket) {
        return now -> {
            long wait = bucket.take(now);
            return wait == 0 ? OptionalLong.of(-1) : OptionalLong.of(wait);
        };
    }

    /** A room and what it has to send; one message at a time is on its way. */
    private static final class Room {

        private final int number;
        private final Place place = new Place(new Signal());
        private final Deque<Message> messages = new ArrayDeque<>();
        private boolean waits;

        Room(int number) {
            this.number = number;
        }
    }

    private record Message(String text, Urgency urgency) {}

    void write(int room, String text, Urgency urgency) {
        while (rooms.size() <= room) {
            rooms.add(new Room(rooms.size()));
        }
        rooms.get(room).messages.add(new Message(text, urgency));
    }

    void write(int room, int count) {
        for (int i = 0; i < count; i++) {
            write(room, "r" + room + "-" + i, Urgency.TEXT);
        }
    }

    /** Lets time pass until all is taken, but no longer than this; answers how long it took. */
    long run(long mostMillis) {
        long begin = clock.now();
        long last = begin;
        int before = taken.size();
        while (rooms.stream().anyMatch(room -> !room.messages.isEmpty()) && clock.now() - begin < mostMillis) {
            ask();
            clock.advance(1);
            if (taken.size() > before) {
                before = taken.size();
                last = clock.now();
            }
        }
        return last - begin;
    }

    private void ask() {
        for (Room room : rooms) {
            if (!room.waits && !room.messages.isEmpty()) {
                Optional<Turn> turn = pace.take(room.place, room.messages.peek().urgency());
                turn.ifPresent(granted -> send(room, granted));
            } else if (room.messages.isEmpty()) {
                pace.leave(room.place);
            }
        }
    }

    private long way() {
        return latency + (jitter == 0 ? 0 : (long) (random.nextDouble() * jitter));
    }

    private void send(Room room, Turn turn) {
        room.waits = true;
        clock.after(way(), () -> arrive(room, turn));
    }

    private void arrive(Room room, Turn turn) {
        OptionalLong verdict = limiter.apply(clock.now());
        if (verdict.isPresent() && verdict.getAsLong() == -1) {
            taken.add(room.number);
            takenTexts.add(room.messages.remove().text());
            takenAt.add(clock.now());
            clock.after(way(), () -> {
                room.waits = false;
                turn.passed();
            });
        } else {
            refusals++;
            clock.after(PAUSE_MILLIS + way(), () -> {
                room.waits = false;
                turn.refused(verdict);
            });
        }
    }
}
