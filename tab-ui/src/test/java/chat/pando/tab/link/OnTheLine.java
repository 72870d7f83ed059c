package chat.pando.tab.link;

import static chat.pando.tab.model.Given.ALICE;
import static chat.pando.tab.model.Given.ROOM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import chat.pando.protocol.Call;
import chat.pando.protocol.Delta;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.Hello;
import chat.pando.protocol.Outcome;
import chat.pando.protocol.Problem;
import chat.pando.protocol.Settled;
import chat.pando.protocol.Snapshot;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.Update;
import chat.pando.protocol.Welcome;
import chat.pando.tab.model.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the tests of the line begin with: a line on a fake page, with the test in the place of the core. */
abstract class OnTheLine {

    static final String CORE_LOCK = "pando-alive/";
    static final CoreAddress OWN = CoreAddress.own("worker.js?v=2");

    final FakePlatform page = new FakePlatform();
    final Recorder recorder = new Recorder();
    final List<Outcome> outcomes = new ArrayList<>();
    private int ids;
    final CoreLink link = link();

    CoreLink link() {
        CoreLink.Surroundings around =
                new CoreLink.Surroundings(OWN, page, page, page, page, Messages::fromCore);
        return new CoreLink(around, () -> "id" + ids++, recorder);
    }

    /** Remembers what the line brings. */
    static final class Recorder implements LinkListener {

        final List<LinkState> states = new ArrayList<>();
        final List<Delta> deltas = new ArrayList<>();
        int snapshots;
        String account = ALICE;

        @Override
        public Wishes wishes() {
            return new Wishes(Optional.of(account), false, Optional.of(ROOM));
        }

        @Override
        public void snapshot(Snapshot snapshot) {
            snapshots++;
        }

        @Override
        public void changed(List<Delta> more) {
            deltas.addAll(more);
        }

        @Override
        public void stateChanged(LinkState state) {
            states.add(state);
        }
    }

    /** Until the tab holds its lock and has said hello. */
    void start(CoreLink which) {
        which.start();
        page.pass(0);
    }

    void live() {
        start(link);
        welcome("core", 5);
        assertEquals(LinkState.LIVE, link.state());
    }

    void welcome(String core, long sequence) {
        welcome(core, sequence, Given.snapshot(List.of(), Optional.empty()));
    }

    void welcome(String core, long sequence, Snapshot snapshot) {
        say(new Welcome(core, CORE_LOCK + core, sequence, snapshot));
    }

    void update(String core, long sequence, String removedRoom) {
        say(new Update(core, sequence, List.of(new Delta.RoomRemoved(removedRoom))));
    }

    void settle(String core, String id) {
        say(new Settled(core, id, Outcome.Done.PLAIN));
    }

    void say(FromCore message) {
        page.line().say(Messages.text(message));
    }

    List<ToCore> posted() {
        return page.line().posted();
    }

    <T extends ToCore> List<T> posted(Class<T> kind) {
        return posted().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    int hellos() {
        return posted(Hello.class).size();
    }

    List<Call> calls() {
        return posted(Call.class);
    }

    Call lastCall() {
        return calls().get(calls().size() - 1);
    }

    Problem.Code onlyRefusal() {
        assertEquals(1, outcomes.size());
        return assertInstanceOf(Outcome.Refused.class, outcomes.get(0)).problem().code();
    }
}
