package chat.pando.core;

import chat.pando.protocol.Command;
import chat.pando.protocol.Connection;
import java.util.Optional;

/** The beginning of most tests: a person signs in at a {@link FakeHomeserver} and sees the one room. */
final class SignedIn {

    private SignedIn() {}

    static TestTab tab(Profile profile) {
        TestTab tab = profile.tab().hello(Optional.empty());
        tab.ask(new Command.SignIn(FakeHomeserver.URL, "alice", "secret"));
        tab.hello(Optional.of(FakeHomeserver.ME));
        tab.await("online", t -> t.state().equals(Optional.of(Connection.State.ONLINE))
                && t.summary(FakeHomeserver.ROOM).isPresent());
        return tab;
    }
}
