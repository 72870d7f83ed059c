package chat.pando.protocol;

import chat.pando.json.JsonObject;
import chat.pando.json.JsonShapeException;
import chat.pando.json.JsonValue;

/**
 * The JSON of what the core says to a tab.
 *
 * <p>The shapes of {@link Incompatible} and {@link Moved} are the same in all versions of the protocol.
 */
public final class FromCoreCodec {

    private static final String WELCOME = "welcome";
    private static final String UPDATE = "update";
    private static final String SETTLED = "settled";
    private static final String INCOMPATIBLE = "incompatible";
    private static final String MOVED = "moved";
    private static final String STRANGER = "stranger";

    static final String SNAPSHOT = "snapshot";
    static final String DELTAS = "deltas";

    private FromCoreCodec() {}

    public static JsonObject encode(FromCore message) {
        if (message instanceof Welcome welcome) {
            return welcomeHead(welcome.instance(), welcome.lock(), welcome.sequence())
                    .put(SNAPSHOT, SnapshotCodec.encode(welcome.snapshot()))
                    .build();
        }
        if (message instanceof Update update) {
            return updateHead(update.instance(), update.sequence())
                    .put(DELTAS, Wire.array(update.deltas(), DeltaCodec::encode))
                    .build();
        }
        if (message instanceof Settled settled) {
            return from(SETTLED, message.instance())
                    .put("id", settled.id())
                    .put("outcome", OutcomeCodec.encode(settled.outcome()))
                    .build();
        }
        if (message instanceof Incompatible incompatible) {
            return from(INCOMPATIBLE, message.instance()).put("protocol", incompatible.protocol()).build();
        }
        if (message instanceof Moved moved) {
            return from(MOVED, message.instance())
                    .put("url", moved.url())
                    .put("protocol", moved.protocol())
                    .build();
        }
        if (message instanceof Stranger) {
            return from(STRANGER, message.instance()).build();
        }
        throw new IllegalArgumentException("a message without JSON");
    }

    /** A welcome but for its snapshot. */
    static JsonObject.Builder welcomeHead(String instance, String lock, long sequence) {
        return from(WELCOME, instance).put("lock", lock).put("sequence", sequence);
    }

    /** An update but for its deltas. */
    static JsonObject.Builder updateHead(String instance, long sequence) {
        return from(UPDATE, instance).put("sequence", sequence);
    }

    private static JsonObject.Builder from(String type, String instance) {
        return Wire.typed(type).put("instance", instance);
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
                        SnapshotCodec.decode(from.requireObject(SNAPSHOT)));
            case UPDATE:
                return new Update(
                        instance, from.requireInteger("sequence"), Wire.objects(from, DELTAS, DeltaCodec::decode));
            case SETTLED:
                return new Settled(
                        instance, from.requireString("id"), OutcomeCodec.decode(from.requireObject("outcome")));
            case INCOMPATIBLE:
                return new Incompatible(instance, Wire.smallInteger(from, "protocol"));
            case MOVED:
                return new Moved(instance, from.requireString("url"), Wire.smallInteger(from, "protocol"));
            case STRANGER:
                return new Stranger(instance);
            default:
                throw Wire.unknownType("message from the core");
        }
    }
}
