package chat.pando.crypto;

import chat.pando.host.Bytes;
import chat.pando.host.CryptoException;
import chat.pando.host.Deciphering;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chain of the other side's messages: its key, and the message keys of those that were overtaken (Olm specification,
 * "Receiving messages").
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

    /** A message of the chain that is about to be deciphered, and the chain after it. */
    record Opening(ReceivingChain next, Deciphering work) {

        /**
         * The plaintext, now that the platform has answered; the message key is overwritten.
         *
         * @throws CryptoException where nothing vouches for one
         */
        byte[] plaintext(Optional<byte[]> answer) throws CryptoException {
            Bytes.wipe(work.secret());
            return answer.orElseThrow(MessageCipher::refusal);
        }
    }

    /** @throws CryptoException where the message's key was used or given up, or is too far ahead */
    Opening open(Primitives primitives, RatchetMessage message) throws CryptoException {
        if (message.chainIndex() < chain.index()) {
            return overtaken(message);
        }
        requireNear(message, chain.index());
        return ahead(primitives, message);
    }

    /** The key is copied, for it is the session's until the message has turned out to be genuine. */
    private Opening overtaken(RatchetMessage message) throws CryptoException {
        for (SkippedKey candidate : skipped) {
            if (candidate.index() == message.chainIndex()) {
                List<SkippedKey> rest = new ArrayList<>(skipped);
                rest.remove(candidate);
                return new Opening(
                        new ReceivingChain(ratchetKey, chain, rest),
                        message.deciphering(candidate.key().clone()));
            }
        }
        throw new CryptoException("an Olm message whose key was used already, or given up");
    }

    /** @throws CryptoException where the message is too far ahead of that index of its chain */
    static void requireNear(RatchetMessage message, long index) throws CryptoException {
        if (message.chainIndex() - index > MAX_GAP) {
            throw new CryptoException("an Olm message too far ahead of the last one");
        }
    }

    /** Turns the chain to a message that it has not passed, and that is near. */
    Opening ahead(Primitives primitives, RatchetMessage message) {
        List<SkippedKey> overtaken = new ArrayList<>(skipped);
        ChainKey here = chain;
        while (here.index() < message.chainIndex()) {
            ChainKey passed = here;
            if (message.chainIndex() - here.index() > MAX_SKIPPED) {
                here = here.skip(primitives);
            } else {
                ChainKey.Step step = here.step(primitives);
                overtaken.add(new SkippedKey(here.index(), step.messageKey()));
                here = step.next();
            }
            wipe(passed);
        }
        ChainKey.Step step = here.step(primitives);
        wipe(here);
        int surplus = Math.max(0, overtaken.size() - MAX_SKIPPED);
        List<SkippedKey> kept = overtaken.subList(surplus, overtaken.size());
        return new Opening(
                new ReceivingChain(ratchetKey, step.next(), kept), message.deciphering(step.messageKey()));
    }

    /** What the chain has passed is needed no more; where it stood is, until this moment's session is given up. */
    private void wipe(ChainKey passed) {
        if (passed != chain) {
            Bytes.wipe(passed.key());
        }
    }
}
