package chat.pando.store;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Ed25519PublicKey;
import chat.pando.crypto.InboundGroupSession;
import chat.pando.matrix.RoomId;
import chat.pando.matrix.UserId;
import java.util.Objects;

/**
 * A Megolm session that we can read, and from whom we have it.
 *
 * @param owner    the user whose device sent us the key over Olm: only this user's events may be read with it
 * @param identity that device's Curve25519 key, which Olm vouches for
 * @param signing  the Ed25519 key that the device says it has
 */
public record InboundRoomKey(
        RoomId room,
        UserId owner,
        Curve25519PublicKey identity,
        Ed25519PublicKey signing,
        InboundGroupSession session) {

    public InboundRoomKey {
        Objects.requireNonNull(room);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(identity);
        Objects.requireNonNull(signing);
        Objects.requireNonNull(session);
    }

    /** This key, with its session turned further. */
    public InboundRoomKey with(InboundGroupSession turned) {
        return new InboundRoomKey(room, owner, identity, signing, turned);
    }

    /** Without names and keys. */
    @Override
    public String toString() {
        return "InboundRoomKey[from index " + session.firstKnownIndex() + "]";
    }
}
