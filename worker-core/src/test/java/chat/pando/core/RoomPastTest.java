package chat.pando.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.protocol.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was never loaded of a room's past has its place before what was, whatever is fetched meanwhile. */
class RoomPastTest {

    private final FakeHomeserver server = new FakeHomeserver(false);
    private final Profile profile = new Profile(server, Optional.empty());

    @Test
    void aPageThatFillsAGapAndReachesBeyondTheOldestEventMixesNothingUp() {
        List<String> all = said("long ago ", 25);
        server.timelineLimit(3);
        TestTab tab = SignedIn.tab(profile);
        tab.open(FakeHomeserver.ROOM);
        assertEquals(all.subList(22, 25), tab.texts());
        profile.network.setOnline(false);
        all.addAll(said("while away ", 8));
        profile.network.setOnline(true);
        tab.await("what was missed, in order", t -> t.texts().equals(all.subList(22, 33)));
        while (tab.hasOlder()) {
            tab.ask(new Command.LoadOlder(FakeHomeserver.ROOM));
        }
        tab.await("all of it, in order", t -> t.texts().equals(all));
        profile.stop();
    }

    private List<String> said(String prefix, int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(prefix + i);
            server.somebodySays(prefix + i);
        }
        return texts;
    }
}
