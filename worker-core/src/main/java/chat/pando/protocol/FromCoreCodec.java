package chat.pando.protocol;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonValue;

/**
 * The JSON of what the core says to a tab.
 *
 * <p>The shape of {@link Incompatible} is the same in all versions of the protocol.
 */
public final class FromCoreCodec {

    private static final String WELCOME = "welcome";
    private static final String UPDATE = "update";
    private static final String SETTLED = "settled";
    private static final String INCOMPATIBLE = "incompatible";

    private FromCoreCodec() {}

    public static JsonObject encode(FromCore message) {
        if (message instanceof Welcome welcome) {
            return from(WELCOME, message)
                    .put("lock", welcome.lock())
                    .put("sequence", welcome.sequence())
                    .put("snapshot", SnapshotCodec.encode(welcome.snapshot()))
                    .build();
        }
        if (message instanceof Update update) {
            return from(UPDATE, message)
                    .put("sequence", update.sequence())
                    .put("deltas", Wire.array(update.deltas(), DeltaCodec::encode))
                    .build();
        }
        if (message instanceof Settled settled) {
            return from(SETTLED, message)
                    .put("id", settled.id())
                    .put("outcome", OutcomeCodec.encode(settled.outcome()))
                    .build();
        }
        if (message instanceof Incompatible incompatible) {
            return from(INCOMPATIBLE, message).put("protocol", incompatible.protocol()).build();
        }
        throw new IllegalArgumentException("a message without JSON");
    }

    private static JsonObject.Builder from(String type, FromCore message) {
        return Wire.typed(type).put("instance", message.instance());
    }

    /**
     * The message that this value is.
     *
     * @throws JsonShapeException where it is none; the exception names the member and quotes nothing
     */
    public static FromCore decode(JsonValue value) {
        JsonObject from = Wire.object(value, "message");
        String instance = from.requireString("instance");
        switch (from.requireString(Wire.TYPE)) {
            case WELCOME:
                return new Welcome(
                        instance,
                        from.requireString("lock"),
                        from.requireInteger("sequence"),
                        SnapshotCodec.decode(from.requireObject("snapshot")));
            case UPDATE:
                return new Update(
                        instance, from.requireInteger("sequence"), Wire.objects(from, "deltas", DeltaCodec::decode));
            case SETTLED:
                return new Settled(
                        instance, from.requireString("id"), OutcomeCodec.decode(from.requireObject("outcome")));
            case INCOMPATIBLE:
                return new Incompatible(instance, Wire.smallInteger(from, "protocol"));
            default:
                throw Wire.unknownType("message from the core");
        }
    }
}
