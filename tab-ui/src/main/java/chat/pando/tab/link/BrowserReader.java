package chat.pando.tab.link;

import chat.pando.browser.BrowserJson;
import chat.pando.host.JsonSyntaxException;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import java.util.Optional;

/** Reads the core's messages with the browser's own JSON parser. */
public final class BrowserReader implements MessageReader {

    private final BrowserJson json = new BrowserJson();

    @Override
    public Optional<FromCore> read(String text) {
        try {
            return Optional.of(FromCoreCodec.decode(json.parse(text)));
        } catch (JsonSyntaxException notJson) {
            return Optional.empty();
        }
    }
}
