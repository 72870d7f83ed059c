package chat.pando.protocol;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonValue;

/**
 * The JSON of what a tab says to the core.
 *
 * <p>The shape of {@link Hello} is the same in all versions of the protocol, so that a core can read the hello of
 * a tab of any version and answer {@link Incompatible}.
 */
public final class ToCoreCodec {

    private static final String HELLO = "hello";
    private static final String CALL = "call";
    private static final String SEEN = "seen";
    private static final String ATTENTION = "attention";
    private static final String GOODBYE = "goodbye";

    private ToCoreCodec() {}

    public static JsonObject encode(ToCore message) {
        if (message instanceof Hello hello) {
            return Wire.typed(HELLO)
                    .put("protocol", hello.protocol())
                    .put("tab", hello.tab())
                    .put("account", hello.account())
                    .put("adding", hello.adding())
                    .put("room", hello.room())
                    .put("hidden", hello.hidden())
                    .build();
        }
        if (message instanceof Call call) {
            return Wire.typed(CALL)
                    .put("id", call.id())
                    .put("account", call.account())
                    .put("command", CommandCodec.encode(call.command()))
                    .build();
        }
        if (message instanceof Seen seen) {
            return Wire.typed(SEEN).put("sequence", seen.sequence()).build();
        }
        if (message instanceof Attention attention) {
            return Wire.typed(ATTENTION).put("hidden", attention.hidden()).build();
        }
        return Wire.typed(GOODBYE).build();
    }

    /**
     * The message that this value is.
     *
     * @throws JsonShapeException where it is none; the exception names the member and quotes nothing
     */
    public static ToCore decode(JsonValue value) {
        JsonObject from = Wire.object(value, "message");
        switch (from.requireString(Wire.TYPE)) {
            case HELLO:
                return new Hello(
                        Wire.smallInteger(from, "protocol"),
                        from.requireString("tab"),
                        Wire.optionalString(from, "account"),
                        from.requireBool("adding"),
                        Wire.optionalString(from, "room"),
                        from.requireBool("hidden"));
            case CALL:
                return new Call(
                        from.requireString("id"),
                        Wire.optionalString(from, "account"),
                        CommandCodec.decode(from.requireObject("command")));
            case SEEN:
                return new Seen(from.requireInteger("sequence"));
            case ATTENTION:
                return new Attention(from.requireBool("hidden"));
            case GOODBYE:
                return new Goodbye();
            default:
                throw Wire.unknownType("message to the core");
        }
    }
}
