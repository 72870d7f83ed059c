package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.json.JsonObject;

/**
 * A Megolm session of another's messages, or of our own as we read them back (Megolm specification, "Sharing session
 * data", "Advancing the ratchet"). It keeps the ratchet at the first index it was given, from which it reads everything
 * later, and the ratchet as far as it was ever turned, to save the way.
 *
 * <p>It never changes; the session after a decryption differs only in that second ratchet, so it need not be stored.
 */
public final class InboundGroupSession {

    private final Ed25519PublicKey signingKey;
    private final MegolmRatchet first;
    private final MegolmRatchet latest;
    private final boolean signed;

    InboundGroupSession(Ed25519PublicKey signingKey, MegolmRatchet first, MegolmRatchet latest, boolean signed) {
        this.signingKey = signingKey;
        this.first = first;
        this.latest = latest;
        this.signed = signed;
    }

    /** What came of one message of a batch. */
    public sealed interface Outcome permits Plaintext, Refusal {}

    /** A decrypted message; the caller checks that no other message had this index. */
    public record Plaintext(byte[] bytes, long index) implements Outcome {}

    /** A message that was not decrypted. */
    public record Refusal(CryptoException reason) implements Outcome {}

    /** A decrypted message, and the session after it. */
    public record Decrypted(InboundGroupSession next, Plaintext plaintext) {}

    /** The session's id: its public signing key. */
    public String id() {
        return signingKey.base64();
    }

    /** The earliest index that can be decrypted. */
    public long firstKnownIndex() {
        return first.index();
    }

    /**
     * Whether the session key was signed by the session itself, as those are that the sender shares; exports are not.
     */
    public boolean signed() {
        return signed;
    }

    public JsonObject toJson() {
        return JsonObject.builder()
                .put("signing_key", signingKey.base64())
                .put("signed", signed)
                .put("first", Stored.writeRatchet(first))
                .put("latest", Stored.writeRatchet(latest))
                .build();
    }

    /**
     * The session that {@link #toJson} described.
     *
     * @throws CryptoException where it describes none
     */
    public static InboundGroupSession fromJson(JsonObject json) throws CryptoException {
        return new InboundGroupSession(
                Ed25519PublicKey.fromBase64(Stored.string(json, "signing_key")),
                Stored.readRatchet(json.at("first")),
                Stored.readRatchet(json.at("latest")),
                json.bool("signed").orElseThrow(() -> Stored.damaged("signed")));
    }

    Ed25519PublicKey signingKey() {
        return signingKey;
    }

    MegolmRatchet first() {
        return first;
    }

    /** The known ratchet from which an index, no earlier than the first, is nearest. */
    MegolmRatchet nearest(long index) {
        return index < latest.index() ? first : latest;
    }

    InboundGroupSession with(MegolmRatchet turned) {
        return turned.index() > latest.index()
                ? new InboundGroupSession(signingKey, first, turned, signed)
                : this;
    }

    /** This session with what another, which is the same one known from no earlier index on, has more. */
    InboundGroupSession mergedWith(InboundGroupSession other) {
        return new InboundGroupSession(signingKey, first, latest, signed || other.signed).with(other.latest);
    }
}
