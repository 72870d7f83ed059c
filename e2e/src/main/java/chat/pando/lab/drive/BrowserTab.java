package chat.pando.lab.drive;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/** One tab of a {@link Browser}. */
public interface BrowserTab {

    /**
     * Calls a function of JavaScript in the page, waits for the promise that it may return, and returns its value.
     *
     * @param function  the text of a function expression; it must not rely on anything of an earlier call
     * @param arguments what Jackson can write as JSON
     * @throws DriveException where it throws, or the page goes away, or it doesn't answer in time
     */
    JsonNode evaluate(String function, Object... arguments);

    /** Whether it is there: not closed, not crashed, its browser not ended. */
    boolean isOpen();

    /** Loads the page anew and waits until its own scripts have run. */
    void reload();

    void close();

    /** Goes to another address in this tab; the page that was there may be kept. */
    void leave(URI elsewhere);

    /** Back to the page that was {@link #leave left}, as the browser's back button does. */
    void comeBack();

    /** Whether the page knows that nobody sees it. */
    void hide();

    void show();

    /** Stops every script of the page, as a browser does to hidden tabs to save energy. */
    void freeze();

    void thaw();

    /** Takes the page out of memory, as a browser does to hidden tabs when it is short of it. Only the tab remains. */
    default void discard() {
        throw new UnsupportedOperationException("This engine discards no page when it is told");
    }

    /** Looks at a tab that was {@link #discard discarded}: it is loaded anew. */
    default void restore() {
        throw new UnsupportedOperationException("This engine discards no page when it is told");
    }

    /** The process of the page dies. The tab is no longer open; {@link #reload} may bring it back. */
    void crash();
}
