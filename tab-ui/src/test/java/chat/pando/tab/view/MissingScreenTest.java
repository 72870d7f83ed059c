package chat.pando.tab.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MissingScreenTest {

    @Test
    void whereSomethingIsMissingItIsSaidAndNothingIsStarted() {
        try (TabPage tab = TabPage.lacking("SharedWorker")) {
            assertEquals("Pando can't run here", tab.find("h1").getTextContent());
            assertEquals("Shared Workers", tab.find("li").getTextContent());
            assertTrue(tab.posted().isEmpty());
        }
    }
}
