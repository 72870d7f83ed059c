package chat.pando.channel.order;

import chat.pando.channel.sds.MalformedSds;
import chat.pando.channel.sds.SdsCodec;
import chat.pando.channel.sds.SdsMessage;
import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;
import java.util.Optional;

/**
 * A message of SDS inside of a content that is encrypted then, beside what other clients read: as base64, behind the
 * name of the format.
 */
public final class SdsContent {

    public static final String MEMBER = "chat.pando.sds";

    /** What says another format, or none, is an ordinary message. */
    public static final String FORMAT = "chat.pando.channel/1";

    private static final String MARKER = FORMAT + " ";

    private SdsContent() {}

    public static JsonObject with(SdsMessage message, JsonObject content) {
        String text = MARKER + UnpaddedBase64.encode(SdsCodec.encode(message));
        return content.toBuilder().put(MEMBER, text).build();
    }

    /** Empty where there is none of this format. */
    public static Optional<SdsMessage> read(JsonObject content) throws MalformedSds {
        Optional<String> text = content.string(MEMBER).filter(value -> value.startsWith(MARKER));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(SdsCodec.decode(UnpaddedBase64.decode(text.get().substring(MARKER.length()))));
        } catch (CryptoException noBase64) {
            throw new MalformedSds("it is no base64");
        }
    }
}
