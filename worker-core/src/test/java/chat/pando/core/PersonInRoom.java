package chat.pando.core;

import chat.pando.protocol.Connection;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test that begins where a person is signed in and has the room open in a tab. */
abstract class PersonInRoom {

    final FakeHomeserver server;
    Profile profile;
    TestTab tab;

    PersonInRoom(FakeHomeserver server) {
        this.server = server;
    }

    @BeforeEach
    final void openTheRoom() {
        profile = new Profile(server, Optional.empty());
        tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
    }

    /** Ends the core, and waits in a new tab of the next one until it has what is stored. */
    final void restart() {
        profile.restart();
        tab = profile.tab().hello(Optional.empty());
        tab.await("the account", t -> t.summary(FakeHomeserver.ROOM).isPresent());
    }

    final void goOffline() {
        profile.network.setOnline(false);
        tab.await("offline", t -> t.state().equals(Optional.of(Connection.State.OFFLINE)));
    }

    final void goOnline() {
        profile.network.setOnline(true);
    }

    @AfterEach
    final void closeTheBrowser() {
        profile.stop();
    }
}
