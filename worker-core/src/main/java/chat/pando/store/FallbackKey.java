package chat.pando.store;

import chat.pando.json.JsonObject;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What is known of one of our fallback keys; its private half is in {@link OneTimeKeys}.
 *
 * @param publicKey   in base64
 * @param published   whether the server has acknowledged it
 * @param firstUsedAt when the first session was begun with it
 */
public record FallbackKey(String publicKey, long createdAt, boolean published, OptionalLong firstUsedAt) {

    public FallbackKey {
        Objects.requireNonNull(publicKey);
        Objects.requireNonNull(firstUsedAt);
    }

    public FallbackKey asPublished() {
        return new FallbackKey(publicKey, createdAt, true, firstUsedAt);
    }

    /** This key, after a session was begun with it. */
    public FallbackKey usedAt(long now) {
        return firstUsedAt.isPresent()
                ? this
                : new FallbackKey(publicKey, createdAt, published, OptionalLong.of(now));
    }

    JsonObject toJson() {
        JsonObject.Builder json = JsonObject.builder()
                .put("public_key", publicKey)
                .put("created_at", createdAt)
                .put("published", published);
        firstUsedAt.ifPresent(at -> json.put("first_used_at", at));
        return json.build();
    }

    static FallbackKey fromJson(JsonObject json) {
        return new FallbackKey(
                json.requireString("public_key"),
                json.requireInteger("created_at"),
                json.requireBool("published"),
                json.integer("first_used_at"));
    }

    @Override
    public String toString() {
        return "FallbackKey";
    }
}
