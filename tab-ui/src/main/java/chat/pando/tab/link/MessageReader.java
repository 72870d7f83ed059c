package chat.pando.tab.link;

import chat.pando.json.JsonShapeException;
import chat.pando.protocol.FromCore;
import java.util.Optional;

/** What reads a message's text. */
@FunctionalInterface
public interface MessageReader {

    /** The message, or empty where the text is none. */
    Optional<FromCore> read(String text) throws JsonShapeException;
}
