package chat.pando.core.account;

import chat.pando.channel.Lanes;
import chat.pando.channel.Outbox;
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
import chat.pando.store.StoreException;
import chat.pando.store.Table;
import chat.pando.store.Tables;
import chat.pando.sync.Ended;
import chat.pando.sync.GapFiller;
import chat.pando.sync.PatientCourier;
import chat.pando.sync.PatientJobs;
import chat.pando.sync.Supervisor;
import chat.pando.sync.SyncLoop;
import java.util.Map;

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
    private final ReceiptMail receiptMail;
    private final GapFiller gapFiller;
    private final Signal gapWake = new Signal();
    private final Lanes lanes;
    private final Signal syncEnded = new Signal();

    Workers(Host host, Tables tables, Machine machine, Rooms rooms, Outbox outbox, Link link) {
        this.host = host;
        this.tables = tables;
        this.supervisor = link.supervisor();
        this.api = link.api();
        this.jobs = link.jobs();
        this.syncLoop = new SyncLoop(api, supervisor, new SyncSink(tables, rooms, jobs), host.log());
        this.machineMail = new MachineMail(machine, patient(), courier(), host.clock());
        this.receiptMail = new ReceiptMail(tables, patient(), courier());
        this.gapFiller = new GapFiller(courier(), new StoredGaps(tables, rooms, patient()), gapWake, host.log());
        this.lanes = new Lanes(
                outbox,
                new MessageSealer(tables, machine),
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
        start("receipts", receiptMail);
        start("gaps", gapFiller);
        jobs.run(draft -> tables.outbox().all(draft)).stream()
                .map(OutboxRow::room)
                .distinct()
                .forEach(lanes::wake);
    }

    /** Wakes whom a commit concerns. */
    void committed(Changes changes) {
        if (changes.writes().containsKey(Table.REQUESTS)) {
            machineMail.wake();
            lanes.wakeAll();
        }
        if (changes.writes().containsKey(Table.GAPS)) {
            gapWake.raise();
        }
        changes.writes().getOrDefault(Table.OUTBOX, Map.of()).keySet().stream()
                .map(OutboxTable::roomOf)
                .distinct()
                .forEach(room -> lanes.wake(new RoomId(room)));
    }

    void wakeReceipts() {
        receiptMail.wake();
    }

    /** Wakes everybody, so that each notices that the account's work is over. */
    void wakeAll() {
        machineMail.wake();
        receiptMail.wake();
        gapWake.raise();
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
            try {
                work.run();
            } catch (Ended | StoreException.Closed | StoreException.Fenced over) {
                return;
            } catch (RuntimeException fault) {
                host.log().warn("the worker \"" + name + "\" failed: " + fault.getClass().getName());
                new Signal().await(host.clock(), AFTER_FAULT_MILLIS);
            }
        }
    }
}
