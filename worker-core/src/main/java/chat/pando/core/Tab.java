package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.handover.Version;
import chat.pando.core.view.Backlog;
import chat.pando.core.view.Edition;
import chat.pando.core.view.News;
import chat.pando.host.Port;
import chat.pando.host.Turns;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Moved;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Stranger;
import chat.pando.protocol.Written;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A tab, as the core knows it: its port, what it shows, and what it is still to be told.
 *
 * <p>What a tab can't take yet waits in its backlog. Where that grows too long it is dropped, and the tab is owed a
 * new snapshot instead: a tab that never acknowledges anything, frozen for good, costs no more than that.
 */
final class Tab {

    private final Port port;
    private final String instance;
    private final Consumer<Tab> renewal;
    private final Flow flow = new Flow();
    /** One at a time tells it everything: two who find that it is owed a snapshot would send it two. */
    private final Turns catchingUp = new Turns();
    /** What it said, with what it shows by now. */
    private Optional<Hello> hello = Optional.empty();
    /** The user id of the account that it shows, or will show once that is open. */
    private Optional<String> shown = Optional.empty();
    private Optional<Account> account = Optional.empty();
    private Optional<RoomId> room = Optional.empty();
    private String window = "";
    private boolean listening;
    private Backlog backlog = Backlog.NONE;
    private boolean owedSnapshot;

    /** @param renewal welcomes the tab anew; may block */
    Tab(Port port, String instance, Consumer<Tab> renewal) {
        this.port = port;
        this.instance = instance;
        this.renewal = renewal;
    }

    /** What the tab would say if it said hello now. */
    synchronized Optional<Hello> hello() {
        return hello;
    }

    synchronized void introduced(Hello now) {
        hello = Optional.of(now);
        flow.hidden(now.hidden());
    }

    synchronized Optional<String> shown() {
        return shown;
    }

    synchronized Optional<Account> account() {
        return account;
    }

    synchronized boolean shows(Account candidate) {
        return account.filter(current -> current == candidate).isPresent();
    }

    synchronized Optional<RoomId> room() {
        return room;
    }

    synchronized String window() {
        return window;
    }

    /** Starts over with a snapshot that shows no account that is open. */
    synchronized void welcome(String lock, Written snapshot, Optional<String> user) {
        shown = user;
        account = Optional.empty();
        room = Optional.empty();
        window = "";
        begin(lock, snapshot);
    }

    /** Starts over with a snapshot of an open account. */
    synchronized void welcome(String lock, Written snapshot, Account of, Optional<RoomId> open, String from) {
        shown = Optional.of(of.userId());
        account = Optional.of(of);
        show(open, from);
        begin(lock, snapshot);
    }

    private void begin(String lock, Written snapshot) {
        listening = true;
        owedSnapshot = false;
        backlog = Backlog.NONE;
        flow.restart();
        port.post(snapshot.welcome(instance, lock, flow.next()));
    }

    /** The room that it shows from now on, from this entry on. */
    synchronized void openRoom(RoomId opened, String from) {
        show(Optional.of(opened), from);
    }

    /** It shows more of its room. */
    synchronized void widen(RoomId of, String from) {
        if (room.equals(Optional.of(of))) {
            window = from;
        }
    }

    synchronized void closeRoom() {
        show(Optional.empty(), "");
    }

    private void show(Optional<RoomId> opened, String from) {
        room = opened;
        window = from;
        hello = hello.map(said -> said.showing(shown, opened.map(RoomId::value)));
    }

    /** Tells it, as soon as it can take it. */
    synchronized void tell(Edition edition) {
        if (!listening || owedSnapshot || edition.isEmpty()) {
            return;
        }
        backlog = edition.after(backlog);
        if (flow.isOpen()) {
            flush();
        } else if (backlog.isTooLong()) {
            backlog = Backlog.NONE;
            owedSnapshot = true;
        }
    }

    /** What a commit of its account changes for it. To be called between two jobs of the account. */
    void tell(Account of, News news) {
        if (shows(of)) {
            tell(of, news.forTab(room(), window()));
        }
    }

    /** Looks again whose tab it is: what to tell was read meanwhile, and it may have changed to another account. */
    private synchronized void tell(Account of, Edition edition) {
        if (shows(of)) {
            tell(edition);
        }
    }

    private void flush() {
        if (!backlog.isEmpty()) {
            port.post(backlog.written().update(instance, flow.next()));
            backlog = Backlog.NONE;
            flow.told();
        }
    }

    /** It has shown everything up to this number. */
    void seen(long sequence) {
        boolean open;
        synchronized (this) {
            flow.seen(sequence);
            open = flow.isOpen();
        }
        if (open) {
            catchUp();
        }
    }

    /** Whether anybody can see it has changed. */
    void hidden(boolean now) {
        boolean open;
        synchronized (this) {
            flow.hidden(now);
            open = flow.isOpen();
        }
        if (open) {
            catchUp();
        }
    }

    /** Whether something waits for the next turn of the hidden tabs. */
    synchronized boolean awaitsTurn() {
        return listening && flow.awaitsTurn() && (owedSnapshot || !backlog.isEmpty());
    }

    /** It is the hidden tabs' turn to be told what happened. */
    void takeTurn() {
        boolean open;
        synchronized (this) {
            open = flow.takeTurn();
        }
        if (open) {
            catchUp();
        }
    }

    /** Tells it everything now. To be called where the thread may wait for its account's jobs. */
    private void catchUp() {
        catchingUp.take(this::tellEverything);
    }

    private void tellEverything() {
        boolean renew;
        synchronized (this) {
            renew = listening && owedSnapshot;
            if (listening && !renew) {
                flush();
            }
        }
        if (renew) {
            renewal.accept(this);
        }
    }

    /** Answers a call. Who calls is awake: first it is told everything, so that it knows what the call has done. */
    void settle(String call, Outcome outcome) {
        catchUp();
        synchronized (this) {
            if (listening) {
                post(new Settled(instance, call, outcome));
            }
        }
    }

    /** It speaks another protocol than this core. */
    synchronized void refuse(int protocol) {
        post(new Incompatible(instance, protocol));
    }

    /** This core has never met it, whatever another one has. */
    synchronized void estrange() {
        post(new Stranger(instance));
    }

    /** Sends it to another core; this one has nothing more to say to it. */
    synchronized void move(Version to) {
        pause();
        post(new Moved(instance, to.url(), to.protocol()));
    }

    /** Whether it may be posted to: one in the back/forward cache may not. */
    synchronized boolean isListening() {
        return listening;
    }

    /** Nothing more is posted until it says hello again. */
    synchronized void pause() {
        listening = false;
        backlog = Backlog.NONE;
    }

    /** It is gone. */
    synchronized void close() {
        pause();
        account = Optional.empty();
        shown = Optional.empty();
        port.close();
    }

    private void post(FromCore message) {
        port.post(FromCoreCodec.encode(message).text());
    }
}
