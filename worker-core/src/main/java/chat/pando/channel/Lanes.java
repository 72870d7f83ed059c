package chat.pando.channel;

import chat.pando.channel.pace.Pace;
import chat.pando.host.Clock;
import chat.pando.matrix.Courier;
import chat.pando.matrix.RoomId;
import chat.pando.store.Jobs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The lanes of all rooms that have something to send: what delays one room does not delay another, except that all
 * share the pace that the server allows the account.
 */
public final class Lanes {

    private final Outbox outbox;
    private final Sealer sealer;
    private final Pace pace;
    private final Jobs jobs;
    private final Supplier<Courier> couriers;
    private final Clock clock;
    private final Consumer<Runnable> starter;
    private final Map<RoomId, Lane> lanes = new LinkedHashMap<>();

    /**
     * @param couriers gives each lane a courier of its own
     * @param starter  starts a lane on a thread of its own
     */
    public Lanes(
            Outbox outbox,
            Sealer sealer,
            Pace pace,
            Jobs jobs,
            Supplier<Courier> couriers,
            Clock clock,
            Consumer<Runnable> starter) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.pace = pace;
        this.jobs = jobs;
        this.couriers = couriers;
        this.clock = clock;
        this.starter = starter;
    }

    /** The room's outbox has changed. */
    public void wake(RoomId room) {
        Lane lane;
        boolean isNew;
        synchronized (lanes) {
            isNew = !lanes.containsKey(room);
            lane = lanes.computeIfAbsent(
                    room, id -> new Lane(id, outbox, sealer, pace, jobs, couriers.get(), clock));
        }
        if (isNew) {
            starter.accept(lane);
        } else {
            lane.wake();
        }
    }

    /** Keys may have come, or the account ends. */
    public void wakeAll() {
        List<Lane> all;
        synchronized (lanes) {
            all = List.copyOf(lanes.values());
        }
        all.forEach(Lane::wake);
    }
}
