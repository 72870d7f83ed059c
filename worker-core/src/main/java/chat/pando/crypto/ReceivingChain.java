package chat.pando.crypto;

import chat.pando.host.CryptoException;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain of the other side's messages: its key, and the message keys of those that were overtaken.
 *
 * @param skipped in order of index, at most {@value #MAX_SKIPPED}
 */
record ReceivingChain(RemoteRatchetKey ratchetKey, ChainKey chain, List<SkippedKey> skipped) {

    /** How many message keys are kept; beyond that the oldest goes. */
    static final int MAX_SKIPPED = 40;

    /** How far a message may be ahead of the chain. */
    static final int MAX_GAP = 2000;

    ReceivingChain {
        skipped = List.copyOf(skipped);
    }

    /** The message key of a message that has not come yet. */
    record SkippedKey(long index, byte[] key) {}

    /** A plaintext, and the chain after it. */
    record Received(ReceivingChain next, byte[] plaintext) {}

    Received decrypt(Primitives primitives, RatchetMessage message) throws CryptoException {
        return message.chainIndex() < chain.index()
                ? decryptOvertaken(primitives, message)
                : decryptAhead(primitives, message);
    }

    private Received decryptOvertaken(Primitives primitives, RatchetMessage message) throws CryptoException {
        for (SkippedKey candidate : skipped) {
            if (candidate.index() == message.chainIndex()) {
                byte[] plaintext = message.decrypt(MessageCipher.olm(primitives, candidate.key()));
                List<SkippedKey> rest = new ArrayList<>(skipped);
                rest.remove(candidate);
                return new Received(new ReceivingChain(ratchetKey, chain, rest), plaintext);
            }
        }
        throw new CryptoException("an Olm message whose key was used already, or given up");
    }

    private Received decryptAhead(Primitives primitives, RatchetMessage message) throws CryptoException {
        if (message.chainIndex() - chain.index() > MAX_GAP) {
            throw new CryptoException("an Olm message too far ahead of the last one");
        }
        List<SkippedKey> overtaken = new ArrayList<>(skipped);
        ChainKey here = chain;
        while (here.index() < message.chainIndex()) {
            if (message.chainIndex() - here.index() > MAX_SKIPPED) {
                here = here.skip(primitives);
            } else {
                ChainKey.Step step = here.step(primitives);
                overtaken.add(new SkippedKey(here.index(), step.messageKey()));
                here = step.next();
            }
        }
        ChainKey.Step step = here.step(primitives);
        byte[] plaintext = message.decrypt(MessageCipher.olm(primitives, step.messageKey()));
        int surplus = Math.max(0, overtaken.size() - MAX_SKIPPED);
        List<SkippedKey> kept = overtaken.subList(surplus, overtaken.size());
        return new Received(new ReceivingChain(ratchetKey, step.next(), kept), plaintext);
    }
}
