package chat.pando.core.account;

import chat.pando.channel.Address;
import chat.pando.channel.Channels;
import chat.pando.channel.Outbox;
import chat.pando.channel.Participants;
import chat.pando.channel.segment.Segmentation;
import chat.pando.core.room.Rooms;
import chat.pando.host.Abort;
import chat.pando.host.Host;
import chat.pando.host.Signal;
import chat.pando.machine.Machine;
import chat.pando.matrix.Answer;
import chat.pando.matrix.Api;
import chat.pando.matrix.AuthRequests;
import chat.pando.matrix.Homeserver;
import chat.pando.store.Changes;
import chat.pando.store.Draft;
import chat.pando.store.Reads;
import chat.pando.store.Session;
import chat.pando.store.Store;
import chat.pando.store.StoreException;
import chat.pando.store.Tables;
import chat.pando.sync.Link;
import chat.pando.sync.Supervisor;
import chat.pando.sync.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An account that is open in this core: its store, its machine, and everything that works on them. */
public final class Account {

    private static final long LOGOUT_MILLIS = 5_000;

    /** Who is told what happens in an account. */
    public interface Listener {

        /** Called between two jobs. */
        void committed(Account account, Changes changes);

        /** Called between two jobs. */
        void linkChanged(Account account);
    }

    private final Host host;
    private final Store store;
    private final Tables tables;
    private final Session session;
    private final Machine machine;
    private final Rooms rooms;
    private final Outbox outbox;
    private final JobQueue jobs;
    private final Supervisor supervisor;
    private final Api api;
    private final Workers workers;
    private final List<Signal> watchers = new ArrayList<>();
    private final Listener listener;

    /**
     * The account that the store holds.
     *
     * @throws StoreException.Lost where the store holds no session: a lost device
     */
    public Account(Host host, Store store, Tables tables, Listener listener) {
        this.host = host;
        this.store = store;
        this.tables = tables;
        this.listener = listener;
        this.session = tables.meta().session(store).orElseThrow(StoreException.Lost::new);
        this.machine = Machine.load(host, store);
        Segmentation segmentation = new Segmentation(host.entropy(), host.primitives());
        Channels channels = new Channels(
                new Address(session.user(), session.device()),
                new Participants(host.primitives()),
                tables,
                host.clock(),
                host.log());
        this.outbox = new Outbox(session.user(), tables, host.clock(), host.entropy(), segmentation, channels);
        this.rooms = new Rooms(tables, machine, outbox, channels, segmentation);
        this.supervisor = new Supervisor(host.clock(), host.network(), host.entropy());
        this.jobs = new JobQueue(store, this::committed, supervisor::end);
        Homeserver homeserver = new Homeserver(session.server(), host.http(), host.json());
        this.api = new Credentials(homeserver, session, tables, jobs, host.clock());
        this.workers = new Workers(
                host, tables, machine, rooms, outbox, channels, new Workers.Link(supervisor, api, jobs));
        supervisor.onChange(this::linkChanged);
    }

    public void start() {
        try {
            jobs.run(this::tidy);
        } catch (StoreException.QuotaExceeded | StoreException.Failed passing) {
            host.log().warn("what is left over stays until there is room"); // it does no harm, and is no reason to stop
        }
        workers.start();
    }

    private Draft tidy(Draft draft) {
        machine.tidy(draft);
        RememberedCommands.prune(tables.commands(), host.clock().now(), draft);
        return draft;
    }

    public String userId() {
        return session.user().value();
    }

    public Session session() {
        return session;
    }

    public Machine machine() {
        return machine;
    }

    public Tables tables() {
        return tables;
    }

    public JobQueue jobs() {
        return jobs;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Outbox outbox() {
        return outbox;
    }

    /** What is said to those who are in a room now. */
    public Ephemerals ephemerals() {
        return workers.ephemerals();
    }

    public Api api() {
        return api;
    }

    public Host host() {
        return host;
    }

    public Link link() {
        return supervisor.link();
    }

    public void tryNow() {
        supervisor.tryNow();
    }

    /** Somebody sees a tab of this account. */
    public void lookedAt() {
        supervisor.lookedAt();
    }

    /** Looks at what is stored, from within {@link Listener#committed}. */
    public void peek(Consumer<Reads> look) {
        look.accept(store);
    }

    /** The server is to be told of what was read. */
    public void wakeReceipts() {
        workers.wakeReceipts();
    }

    /** Waits until what is stored satisfies the condition, but no longer than this. */
    public boolean await(Predicate<Draft> condition, long millis) {
        return awaitUntil(() -> jobs.run(condition::test), millis);
    }

    /**
     * Waits until the condition is true, but no longer than this. It is looked at after each commit, each change of the
     * link and each {@link #wakeWaiting}.
     */
    public boolean awaitUntil(BooleanSupplier condition, long millis) {
        Signal signal = new Signal();
        watch(signal);
        try {
            long deadline = host.clock().now() + millis;
            while (!condition.getAsBoolean()) {
                long left = deadline - host.clock().now();
                if (left <= 0 || link().over()) {
                    return false;
                }
                signal.await(host.clock(), left);
            }
            return true;
        } finally {
            unwatch(signal);
        }
    }

    /** Whoever waits in {@link #awaitUntil} looks again. */
    public void wakeWaiting() {
        synchronized (watchers) {
            watchers.forEach(Signal::raise);
        }
    }

    /**
     * Ends the session at the server, as far as it can be reached in a few seconds.
     *
     * @return whether the device is gone there
     */
    public boolean logout() {
        Answer answer = api.call(AuthRequests.logout(), LOGOUT_MILLIS, new Abort());
        return answer instanceof Answer.Ok
                || answer instanceof Answer.Refused refused && refused.error().endsSession();
    }

    /** Ends all work: the running job is finished, what is stored stays. */
    public void close(Trouble why) {
        supervisor.end(why);
        jobs.close();
        workers.wakeAll();
        workers.awaitSyncEnd();
        store.close();
    }

    private void committed(Changes changes) {
        workers.committed(changes);
        wakeWaiting();
        listener.committed(this, changes);
    }

    private void linkChanged() {
        if (link().over()) {
            workers.wakeAll();
        }
        wakeWaiting();
        jobs.between(() -> listener.linkChanged(this));
    }

    private void watch(Signal signal) {
        synchronized (watchers) {
            watchers.add(signal);
        }
    }

    private void unwatch(Signal signal) {
        synchronized (watchers) {
            watchers.remove(signal);
        }
    }

    @Override
    public String toString() {
        return "Account[" + link().state() + "]";
    }
}
