package chat.pando.crypto;

import chat.pando.crypto.InboundGroupSession.Outcome;
import chat.pando.crypto.InboundGroupSession.Plaintext;
import chat.pando.crypto.InboundGroupSession.Refusal;
import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Primitives;
import chat.pando.host.SignedBytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The decryption of a batch of messages of one session: all signatures in one call, then one walk of the ratchet over
 * the indices in order, then all ciphers in one call (Megolm specification, "Message encryption", backwards).
 *
 * <p>Signatures come first, so that a forger who has no session key can't make anybody walk a ratchet.
 */
public final class GroupDecryption {

    private final Primitives primitives;
    private final InboundGroupSession session;

    GroupDecryption(Primitives primitives, InboundGroupSession session) {
        this.primitives = primitives;
        this.session = session;
    }

    /** What came of each message, and the session after them all. */
    public record Batch(InboundGroupSession next, List<Outcome> outcomes) {}

    Batch decrypt(List<GroupMessage> messages) {
        List<SignedBytes> signed = new ArrayList<>(messages.size());
        for (GroupMessage message : messages) {
            signed.add(message.signed());
        }
        List<Boolean> genuine = primitives.verifyAll(session.signingKey().own(), signed);
        TreeSet<Long> indices = new TreeSet<>();
        for (int i = 0; i < messages.size(); i++) {
            if (genuine.get(i) && messages.get(i).index() >= session.firstKnownIndex()) {
                indices.add(messages.get(i).index());
            }
        }
        Map<Long, MegolmRatchet> ratchets = walk(indices);
        List<Outcome> outcomes = decrypt(messages, genuine, ratchets);
        return new Batch(after(outcomes, ratchets), outcomes);
    }

    /** The ratchets at these indices, and at those on the way. */
    private Map<Long, MegolmRatchet> walk(TreeSet<Long> indices) {
        Map<Long, MegolmRatchet> ratchets = new HashMap<>();
        MegolmRatchet here = session.first();
        Long next = indices.isEmpty() ? null : indices.first();
        while (next != null) {
            MegolmRatchet shortcut = session.nearest(next);
            here = (shortcut.index() > here.index() ? shortcut : here).advanceTo(primitives, next);
            for (MegolmRatchet passed : here.upTo(primitives, indices.floor(here.endOfTurn()))) {
                ratchets.put(passed.index(), passed);
                here = passed;
            }
            next = indices.higher(here.index());
        }
        return ratchets;
    }

    private List<Outcome> decrypt(
            List<GroupMessage> messages, List<Boolean> genuine, Map<Long, MegolmRatchet> ratchets) {
        List<Deciphering> readable = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            if (isReadable(messages.get(i), genuine.get(i))) {
                readable.add(messages.get(i).deciphering(ratchets.get(messages.get(i).index())));
            }
        }
        Iterator<Optional<byte[]>> plaintexts = MessageCipher.MEGOLM.decrypt(primitives, readable).iterator();
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            GroupMessage message = messages.get(i);
            outcomes.add(isReadable(message, genuine.get(i))
                    ? outcome(message, plaintexts.next())
                    : unreadable(genuine.get(i)));
        }
        return outcomes;
    }

    private boolean isReadable(GroupMessage message, boolean genuine) {
        return genuine && message.index() >= session.firstKnownIndex();
    }

    private static Outcome outcome(GroupMessage message, Optional<byte[]> plaintext) {
        return plaintext.isPresent()
                ? new Plaintext(plaintext.get(), message.index())
                : new Refusal(MessageCipher.refusal());
    }

    private static Refusal unreadable(boolean genuine) {
        return new Refusal(new CryptoException(genuine
                ? "a Megolm message from before the session was shared"
                : "a Megolm message with a wrong signature"));
    }

    /** Only a message that could be decrypted turns the ratchet. */
    private InboundGroupSession after(List<Outcome> outcomes, Map<Long, MegolmRatchet> ratchets) {
        InboundGroupSession next = session;
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Plaintext plaintext) {
                next = next.with(ratchets.get(plaintext.index()));
            }
        }
        return next;
    }
}
