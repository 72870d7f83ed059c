package chat.pando.store;

import chat.pando.json.JsonObject;

/**
 * What the parts of one long text have in common, as it is stored.
 *
 * @param length in bytes of UTF-8
 * @param sha256 in unpadded base64
 */
public record TransferHead(String id, int count, int length, String sha256) {

    JsonObject encode() {
        return JsonObject.builder()
                .put("id", id)
                .put("count", count)
                .put("length", length)
                .put("sha256", sha256)
                .build();
    }

    static TransferHead decode(JsonObject body) {
        return new TransferHead(
                body.requireString("id"),
                (int) body.requireInteger("count"),
                (int) body.requireInteger("length"),
                body.requireString("sha256"));
    }

    @Override
    public String toString() {
        return "TransferHead[" + count + " parts]"; // a hash can tell what a text is
    }
}
