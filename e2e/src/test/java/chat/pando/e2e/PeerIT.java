package chat.pando.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat.pando.e2e.peer.JsSdkPeer;
import chat.pando.e2e.people.Person;
import chat.pando.e2e.people.TabPage;
import chat.pando.e2e.stage.InTabs;
import chat.pando.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pando and a client that others wrote read each other's messages. */
@InTabs
class PeerIT {

    private static final int EACH = 6;

    @Test
    void talksWithMatrixJsSdkInARoomOfPandosMaking(Stage stage) {
        Person alice = stage.person("alice");
        Person peerName = stage.person("peer");
        try (JsSdkPeer peer = JsSdkPeer.start(stage.homeserverItself(), peerName.username())) {
            TabPage tab = stage.profile("home").newTab();
            tab.createAccount(alice);
            tab.createRoom("Made by Pando", peerName);
            String room = peer.acceptInvitation();
            tab.openRoom("Made by Pando");
            talk(tab, peer, room);
        }
    }

    @Test
    void talksWithMatrixJsSdkInARoomOfItsMaking(Stage stage) {
        Person alice = stage.person("alice");
        try (JsSdkPeer peer = JsSdkPeer.start(stage.homeserverItself(), stage.person("peer").username())) {
            TabPage tab = stage.profile("home").newTab();
            tab.createAccount(alice);
            String room = peer.createRoom("Made by the peer", alice.userId());
            tab.acceptInvitation("Made by the peer");
            talk(tab, peer, room);
        }
    }

    /** No Pando in it: the homeserver is one that clients of others can use. */
    @Test
    void twoClientsOfOthersTalk(Stage stage) {
        try (JsSdkPeer one = JsSdkPeer.start(stage.homeserverItself(), stage.person("one").username());
                JsSdkPeer two = JsSdkPeer.start(stage.homeserverItself(), stage.person("two").username())) {
            String room = one.createRoom("Without Pando", two.userId());
            assertEquals(room, two.acceptInvitation());
            for (int i = 0; i < EACH; i++) {
                one.send(room, "one says " + i);
                assertTrue(two.hears("one says " + i).encrypted(), "Sent in the clear");
                two.send(room, "two says " + i);
                assertTrue(one.hears("two says " + i).encrypted(), "Sent in the clear");
            }
        }
    }

    private static void talk(TabPage tab, JsSdkPeer peer, String room) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String fromPeer = "peer says " + i;
            peer.send(room, fromPeer);
            said.add(fromPeer);
            String fromPando = "pando says " + i;
            tab.say(fromPando);
            said.add(fromPando);
            assertTrue(peer.hears(fromPando).encrypted(), "Sent in the clear");
        }
        assertEquals(List.of(), tab.awaitArrived(said).stream()
                .filter(message -> message.state().equals("undecryptable")).toList());
    }
}
