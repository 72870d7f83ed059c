package chat.pando.tab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MissingScreenTest {

    @Test
    void whereSomethingIsMissingItIsSaidAndNothingIsStarted() {
        try (TabPage tab = TabPage.lacking("indexedDB")) {
            assertEquals("Pando can't run here", tab.find("h1").getTextContent());
            assertEquals("IndexedDB", tab.find("li").getTextContent());
            assertTrue(tab.posted().isEmpty());
            assertEquals(0.0, tab.run("fake.workers.length"));
        }
    }

    @Test
    void whereTabsCanNeitherShareAWorkerNorReachOneThatIsSaid() {
        try (TabPage tab = TabPage.lacking("SharedWorker", "BroadcastChannel")) {
            assertEquals("Shared Workers, or Broadcast Channels", tab.find("li").getTextContent());
        }
    }

    @Test
    void aKindOfKeyThatTheBrowserDoesNotKnowIsNamedAndNothingIsStarted() {
        for (String kind : new String[] {"Ed25519", "X25519"}) {
            try (TabPage tab = TabPage.withoutKeys(kind)) {
                assertEquals(kind + " keys in Web Crypto", tab.find("li").getTextContent());
                assertEquals(0.0, tab.run("fake.workers.length"));
            }
        }
    }
}
