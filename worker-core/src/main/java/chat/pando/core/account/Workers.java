package chat.pando.core.account;

import chat.pando.channel.Channels;
import chat.pando.channel.EchoCheck;
import chat.pando.channel.Lanes;
import chat.pando.channel.Outbox;
import chat.pando.channel.pace.Pace;
import chat.pando.core.room.Audience;
import chat.pando.core.room.Rooms;
import chat.pando.host.Host;
import chat.pando.host.Signal;
import chat.pando.machine.Machine;
import chat.pando.matrix.Api;
import chat.pando.matrix.Courier;
import chat.pando.matrix.RoomId;
import chat.pando.store.Changes;
import chat.pando.store.Jobs;
import chat.pando.store.OutboxRow;
import chat.pando.store.OutboxTable;
import chat.pando.store.Row;
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import chat.pando.store.Tables;
import chat.pando.sync.Ended;
import chat.pando.sync.GapFiller;
import chat.pando.sync.PatientCourier;
import chat.pando.sync.PatientJobs;
import chat.pando.sync.Retries;
import chat.pando.sync.SleepWatch;
import chat.pando.sync.Supervisor;
import chat.pando.sync.SyncLoop;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The threads of an account: each waits for its kind of work, and commits wake them. */
final class Workers {

    /** The rest after a fault of Pando's own, before the worker goes on from what is stored. */
    private static final long AFTER_FAULT_MILLIS = 5_000;

    /** How long the /sync connection may take to close. */
    private static final long SYNC_END_MILLIS = 2_000;

    private final Host host;
    private final Tables tables;
    private final Supervisor supervisor;
    private final Api api;
    private final Jobs jobs;
    private final SyncLoop syncLoop;
    private final MachineMail machineMail;
    private final Ephemerals ephemerals;
    private final AtOnceMail atOnceMail;
    private final ReceiptMail receiptMail;
    private final GapFiller gapFiller;
    private final Signal gapWake = new Signal();
    private final Pace pace;
    private final Lanes lanes;
    private final EchoCheck echoCheck;
    private final SleepWatch sleepWatch;
    private final Errands errands;
    private final OrderKeeper orderKeeper;
    private final Audience audience;
    private final Signal syncEnded = new Signal();

    Workers(
            Host host, Tables tables, Machine machine, Rooms rooms, Outbox outbox, Channels channels, Link link) {
        this.host = host;
        this.tables = tables;
        this.supervisor = link.supervisor();
        this.api = link.api();
        this.jobs = link.jobs();
        this.ephemerals = new Ephemerals(rooms.ephemeral(), machine, tables, jobs, host.clock());
        SyncSink sink = new SyncSink(tables, rooms, jobs, ephemerals::heard);
        this.syncLoop = new SyncLoop(api, supervisor, sink, host.log());
        this.atOnceMail = new AtOnceMail(machine, ephemerals, patient(), api, host.clock());
        Signal mail = new Signal();
        this.machineMail = new MachineMail(
                machine,
                patient(),
                courier(),
                host.clock(),
                new Retries(host.clock(), host.entropy(), supervisor, mail::raise),
                request -> host.tasks().start("pando-machine-request", () -> runOnce("machine-request", request)),
                mail);
        this.receiptMail = new ReceiptMail(tables, patient(), courier());
        this.gapFiller = new GapFiller(courier(), new StoredGaps(tables, rooms, patient()), gapWake, host.log());
        this.echoCheck = new EchoCheck(outbox, patient(), courier(), host.clock());
        this.sleepWatch = new SleepWatch(host.clock(), supervisor);
        this.errands = new Errands(rooms.talk(), patient(), courier());
        this.orderKeeper = new OrderKeeper(
                rooms.talk(), channels.agenda(), errands, patient(), courier(), host.clock());
        supervisor.onChange(orderKeeper::wake);
        this.audience = rooms.audience();
        this.pace = new Pace(host.clock(), tables.meta());
        this.lanes = new Lanes(
                outbox,
                new MessageSealer(tables, machine, channels, audience),
                pace,
                patient(),
                this::courier,
                host.clock(),
                lane -> start("outbox", lane));
    }

    /** What workers need to talk to the server and to the store. */
    record Link(Supervisor supervisor, Api api, Jobs jobs) {}

    void start() {
        host.tasks().start("pando-sync", this::syncUntilTheEnd);
        start("machine", machineMail);
        start("at-once", atOnceMail);
        start("receipts", receiptMail);
        start("gaps", gapFiller);
        start("echoes", echoCheck);
        start("sleep", sleepWatch);
        start("errands", errands);
        start("order", orderKeeper);
        List<OutboxRow> outbox = jobs.run(draft -> {
            pace.load(draft);
            return tables.outbox().all(draft);
        });
        outbox.forEach(echoCheck::changed);
        outbox.stream().map(OutboxRow::room).distinct().forEach(lanes::wake);
    }

    /** Wakes whom a commit concerns. */
    void committed(Changes changes) {
        if (changes.writes().containsKey(Table.REQUESTS)) {
            machineMail.wake();
            atOnceMail.wake();
            lanes.wakeAll();
        }
        if (changes.writes().containsKey(Table.WANTED_KEYS)) {
            machineMail.wake();
        }
        if (changes.writes().containsKey(Table.DEVICES) || changes.writes().containsKey(Table.PANDO_DEVICES)) {
            audience.stale();
        }
        if (changes.writes().containsKey(Table.GAPS)) {
            gapWake.raise();
        }
        outboxChanged(changes.writes().getOrDefault(Table.OUTBOX, Map.of()));
    }

    private void outboxChanged(Map<String, Optional<Row>> rows) {
        rows.forEach((key, row) -> row.flatMap(tables.outbox()::read)
                .ifPresentOrElse(echoCheck::changed, () -> echoCheck.gone(OutboxTable.numberOf(key))));
        rows.keySet().stream()
                .map(OutboxTable::roomOf)
                .distinct()
                .forEach(room -> lanes.wake(new RoomId(room)));
    }

    Ephemerals ephemerals() {
        return ephemerals;
    }

    void wakeReceipts() {
        receiptMail.wake();
    }

    /** Wakes everybody, so that each notices that the account's work is over. */
    void wakeAll() {
        machineMail.wake();
        atOnceMail.wake();
        receiptMail.wake();
        gapWake.raise();
        echoCheck.wake();
        sleepWatch.wake();
        errands.wake();
        orderKeeper.wake();
        lanes.wakeAll();
    }

    /** Waits until the /sync connection is closed, so that whoever is next is alone with the server. */
    void awaitSyncEnd() {
        syncEnded.await(host.clock(), SYNC_END_MILLIS);
    }

    private void syncUntilTheEnd() {
        try {
            keepRunning("sync", syncLoop);
        } finally {
            syncEnded.raise();
        }
    }

    private Jobs patient() {
        return new PatientJobs(jobs, supervisor, host.clock(), host.entropy());
    }

    private Courier courier() {
        return new PatientCourier(api, supervisor, host.clock(), host.entropy());
    }

    private void start(String name, Runnable work) {
        host.tasks().start("pando-" + name, () -> keepRunning(name, work));
    }

    private void keepRunning(String name, Runnable work) {
        while (!supervisor.link().over()) {
            Outcome outcome = runOnce(name, work);
            if (outcome == Outcome.OVER) {
                return;
            }
            if (outcome == Outcome.FAULT) {
                new Signal().await(host.clock(), AFTER_FAULT_MILLIS);
            }
        }
    }

    /** How a worker's work came to an end. */
    private enum Outcome {
        DONE,
        /** The account's work is over. */
        OVER,
        FAULT
    }

    private Outcome runOnce(String name, Runnable work) {
        try {
            work.run();
            return Outcome.DONE;
        } catch (Ended | StoreException.Closed | StoreException.Fenced over) {
            return Outcome.OVER;
        } catch (RuntimeException fault) {
            host.log().warn("the worker \"" + name + "\" failed: " + fault.getClass().getName());
            return Outcome.FAULT;
        }
    }
}
