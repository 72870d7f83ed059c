package chat.pando.channel.segment;

import chat.pando.crypto.UnpaddedBase64;
import chat.pando.host.Bytes;
import chat.pando.host.Entropy;
import chat.pando.host.Primitives;
import chat.pando.json.Utf8;
import java.util.Base64;
import java.util.List;

/** Makes transfers of texts, and tells whether parts are the text that their transfer promises. */
public final class Segmentation {

    private static final int ID_BYTES = 12;

    private final Entropy entropy;
    private final Primitives primitives;

    public Segmentation(Entropy entropy, Primitives primitives) {
        this.entropy = entropy;
        this.primitives = primitives;
    }

    /**
     * A text in parts, as a new transfer.
     *
     * @param limit how many bytes a part may take as JSON
     */
    public Cut cut(String text, int limit) {
        List<String> parts = new Splitter(limit).split(text);
        return new Cut(transfer(parts), parts);
    }

    /** A new transfer of a text that was cut into these parts. */
    Transfer transfer(List<String> parts) {
        byte[] whole = whole(parts);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(ID_BYTES));
        return new Transfer(id, parts.size(), whole.length, hash(whole));
    }

    /** Whether these are all parts of the transfer, in order and unchanged. */
    public boolean isWhole(Transfer transfer, List<String> parts) {
        byte[] whole = whole(parts);
        return parts.size() == transfer.count()
                && whole.length == transfer.length()
                && hash(whole).equals(transfer.sha256());
    }

    private static byte[] whole(List<String> parts) {
        return Bytes.concat(parts.stream().map(Utf8::encode).toArray(byte[][]::new));
    }

    private String hash(byte[] whole) {
        return UnpaddedBase64.encode(primitives.sha256(whole));
    }
}
