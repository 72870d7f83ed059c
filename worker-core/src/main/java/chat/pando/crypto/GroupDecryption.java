package chat.pando.crypto;

import chat.pando.crypto.InboundGroupSession.Outcome;
import chat.pando.crypto.InboundGroupSession.Plaintext;
import chat.pando.crypto.InboundGroupSession.Refusal;
import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import chat.pando.host.Tasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The decryption of a batch of messages of one session: all signatures at once, then one walk of the ratchet over the
 * indices in order, then all ciphers at once.
 *
 * <p>Signatures come first, so that a forger who has no session key can't make anybody walk a ratchet.
 */
public final class GroupDecryption {

    private final Primitives primitives;
    private final Tasks tasks;
    private final InboundGroupSession session;

    GroupDecryption(Primitives primitives, Tasks tasks, InboundGroupSession session) {
        this.primitives = primitives;
        this.tasks = tasks;
        this.session = session;
    }

    /** What came of each message, and the session after them all. */
    public record Batch(InboundGroupSession next, List<Outcome> outcomes) {}

    Batch decrypt(List<GroupMessage> messages) {
        List<Boolean> genuine = tasks.all(each(messages, this::isGenuine));
        TreeSet<Long> indices = new TreeSet<>();
        for (int i = 0; i < messages.size(); i++) {
            if (genuine.get(i) && messages.get(i).index() >= session.firstKnownIndex()) {
                indices.add(messages.get(i).index());
            }
        }
        Map<Long, MegolmRatchet> ratchets = walk(indices);
        List<Supplier<Outcome>> decryptions = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            GroupMessage message = messages.get(i);
            boolean signed = genuine.get(i);
            decryptions.add(() -> decrypt(message, signed, ratchets.get(message.index())));
        }
        List<Outcome> outcomes = tasks.all(decryptions);
        return new Batch(after(outcomes, ratchets), outcomes);
    }

    private boolean isGenuine(GroupMessage message) {
        return primitives.verify(session.signingKey().bytes(), message.signedPart(), message.signature());
    }

    private Map<Long, MegolmRatchet> walk(TreeSet<Long> indices) {
        Map<Long, MegolmRatchet> ratchets = new HashMap<>();
        MegolmRatchet here = session.first();
        for (long index : indices) {
            MegolmRatchet shortcut = session.nearest(index);
            here = (shortcut.index() > here.index() ? shortcut : here).advanceTo(primitives, index);
            ratchets.put(index, here);
        }
        return ratchets;
    }

    private Outcome decrypt(GroupMessage message, boolean signed, MegolmRatchet ratchet) {
        if (!signed) {
            return new Refusal(new CryptoException("a Megolm message with a wrong signature"));
        }
        if (ratchet == null) {
            return new Refusal(new CryptoException("a Megolm message from before the session was shared"));
        }
        try {
            byte[] plaintext = message.decrypt(MessageCipher.megolm(primitives, ratchet.data()));
            return new Plaintext(plaintext, message.index());
        } catch (CryptoException refused) {
            return new Refusal(refused);
        }
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

    private static <A, B> List<Supplier<B>> each(List<A> inputs, Function<A, B> work) {
        List<Supplier<B>> suppliers = new ArrayList<>();
        for (A input : inputs) {
            suppliers.add(() -> work.apply(input));
        }
        return suppliers;
    }
}
