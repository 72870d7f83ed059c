package chat.pando.core;

import chat.pando.core.account.Account;
import chat.pando.core.view.News;
import chat.pando.host.Port;
import chat.pando.matrix.RoomId;
import chat.pando.protocol.Delta;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Incompatible;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import java.util.List;
import java.util.Optional;

/** A tab, as the core knows it: its port, what it shows, and how many updates it was sent. */
final class Tab {

    private final Port port;
    private final String instance;
    private Optional<Hello> hello = Optional.empty();
    /** The user id of the account that it shows, or will show once that is open. */
    private Optional<String> shown = Optional.empty();
    private Optional<Account> account = Optional.empty();
    private Optional<RoomId> room = Optional.empty();
    private String window = "";
    private boolean listening;
    private long sequence;

    Tab(Port port, String instance) {
        this.port = port;
        this.instance = instance;
    }

    synchronized Optional<Hello> hello() {
        return hello;
    }

    synchronized void introduced(Hello now) {
        hello = Optional.of(now);
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
    synchronized void welcome(String lock, Snapshot snapshot, Optional<String> user) {
        shown = user;
        account = Optional.empty();
        closeRoom();
        begin(lock, snapshot);
    }

    /** Starts over with a snapshot of an open account. */
    synchronized void welcome(String lock, Snapshot snapshot, Account of, Optional<RoomId> open, String from) {
        shown = Optional.of(of.userId());
        account = Optional.of(of);
        room = open;
        window = from;
        begin(lock, snapshot);
    }

    private void begin(String lock, Snapshot snapshot) {
        listening = true;
        sequence++;
        post(new Welcome(instance, lock, sequence, snapshot));
    }

    /** The room that it shows from now on, from this entry on. */
    synchronized void openRoom(RoomId opened, String from) {
        room = Optional.of(opened);
        window = from;
    }

    /** It shows more of its room. */
    synchronized void widen(RoomId of, String from) {
        if (room.equals(Optional.of(of))) {
            window = from;
        }
    }

    synchronized void closeRoom() {
        room = Optional.empty();
        window = "";
    }

    synchronized void update(List<Delta> deltas) {
        if (listening && !deltas.isEmpty()) {
            sequence++;
            post(new Update(instance, sequence, deltas));
        }
    }

    /** What a commit of its account changes for it. To be called between two jobs of the account. */
    void tell(Account of, News news) {
        if (shows(of)) {
            update(news.forTab(room(), window()));
        }
    }

    synchronized void settle(String call, Outcome outcome) {
        if (listening || hello.isEmpty()) {
            post(new Settled(instance, call, outcome));
        }
    }

    synchronized void refuse() {
        post(new Incompatible(instance, ToCore.VERSION));
    }

    /** Nothing more is posted until it says hello again. */
    synchronized void pause() {
        listening = false;
    }

    /** It is gone. */
    synchronized void close() {
        listening = false;
        account = Optional.empty();
        shown = Optional.empty();
        port.close();
    }

    private void post(FromCore message) {
        port.post(FromCoreCodec.encode(message).text());
    }
}
