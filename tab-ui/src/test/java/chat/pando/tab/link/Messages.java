package chat.pando.tab.link;

import chat.pando.host.JsonSyntaxException;
import chat.pando.json.JsonValue;
import chat.pando.jvm.NanoJson;
import chat.pando.protocol.FromCore;
import chat.pando.protocol.FromCoreCodec;
import chat.pando.protocol.ToCore;
import chat.pando.protocol.ToCoreCodec;
import java.util.Optional;

/** The protocol's messages as text, for tests. */
public final class Messages {

    private Messages() {}

    public static String text(FromCore message) {
        return FromCoreCodec.encode(message).text();
    }

    public static ToCore toCore(String text) {
        return ToCoreCodec.decode(parse(text).orElseThrow());
    }

    static Optional<FromCore> fromCore(String text) {
        return parse(text).map(FromCoreCodec::decode);
    }

    private static Optional<JsonValue> parse(String text) {
        try {
            return Optional.of(new NanoJson().parse(text));
        } catch (JsonSyntaxException notJson) {
            return Optional.empty();
        }
    }
}
