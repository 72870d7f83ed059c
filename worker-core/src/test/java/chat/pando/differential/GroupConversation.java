package chat.pando.differential;

import chat.pando.conformance.Check;
import chat.pando.crypto.Megolm;
import chat.pando.host.CryptoException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * One Megolm session that all implementations read, from random indices on, each by the session key itself and by
 * exports; the messages come in any order, some more than once, some changed.
 */
final class GroupConversation {

    private final Random random;
    private final Megolm megolm;
    private final GroupSender sender;
    private final List<GroupReader> readers = new ArrayList<>();
    private final List<String> ciphertexts = new ArrayList<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final Plaintexts plaintexts;

    GroupConversation(Random random, Megolm megolm, GroupSender sender) {
        this.random = random;
        this.megolm = megolm;
        this.sender = sender;
        plaintexts = new Plaintexts(random, true); // libolm reads text only
    }

    void run() throws CryptoException {
        send(random.nextInt(20));
        share(sender.sessionKey());
        exchangeExports();
        send(5 + random.nextInt(20));
        for (GroupReader reader : readers) {
            Check.equal(sender.sessionId(), reader.sessionId());
            readInAnyOrder(reader);
        }
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            Check.equal((long) ciphertexts.size(), sender.messageIndex());
            byte[] plaintext = plaintexts.next(500);
            sent.add(plaintext);
            ciphertexts.add(sender.encrypt(plaintext));
        }
    }

    private void share(String sessionKey) throws CryptoException {
        readers.add(GroupReader.pando(megolm, megolm.inbound(sessionKey)));
        readers.add(GroupReader.vodozemac(Vodozemac.unlessRefused(Vodozemac.inboundGroup(sessionKey))));
        readers.add(GroupReader.libolm(LibolmOlm.refusedWhereNull(Libolm.inboundGroup(sessionKey, false))));
        char changed = sessionKey.charAt(sessionKey.length() - 9) == 'A' ? 'B' : 'A';
        String forged = sessionKey.substring(0, sessionKey.length() - 9) + changed
                + sessionKey.substring(sessionKey.length() - 8);
        Check.throwsA(CryptoException.class, () -> megolm.inbound(forged));
        Check.that(Vodozemac.inboundGroup(forged) == null, "vodozemac refuses it as well");
        Check.that(Libolm.inboundGroup(forged, false) == null, "libolm refuses it as well");
    }

    private void exchangeExports() throws CryptoException {
        // A few messages ahead, or so far that every part of the ratchet turns.
        long near = ciphertexts.size() + random.nextInt(5);
        long far = ciphertexts.size() + random.nextInt(Integer.MAX_VALUE - 100);
        for (long index : new long[] {near, far}) {
            String exported = readers.get(0).exportAt(index);
            Check.equal(exported, readers.get(1).exportAt(index));
            Check.equal(exported, readers.get(2).exportAt(index));
            GroupReader pando = GroupReader.pando(megolm, megolm.imported(exported));
            GroupReader vodozemac =
                    GroupReader.vodozemac(Vodozemac.unlessRefused(Vodozemac.importedGroup(exported)));
            Check.equal(index, pando.firstKnownIndex());
            Check.equal(index, vodozemac.firstKnownIndex());
            readers.add(pando);
            readers.add(vodozemac);
            readers.add(GroupReader.libolm(LibolmOlm.refusedWhereNull(Libolm.inboundGroup(exported, true))));
        }
    }

    private void readInAnyOrder(GroupReader reader) throws CryptoException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ciphertexts.size(); i++) {
            order.add(i);
            if (random.nextInt(5) == 0) {
                order.add(i); // once more
            }
        }
        Collections.shuffle(order, random);
        for (int i : order) {
            if (i < reader.firstKnownIndex()) {
                Check.throwsA(CryptoException.class, () -> reader.read(ciphertexts.get(i)));
            } else {
                GroupReader.Read read = reader.read(ciphertexts.get(i));
                Check.equal((long) i, read.index());
                Check.equal(sent.get(i), read.plaintext());
            }
            if (random.nextInt(5) == 0) {
                Check.throwsA(CryptoException.class, () -> reader.read(forged(ciphertexts.get(i))));
            }
        }
    }

    private String forged(String ciphertext) {
        int at = random.nextInt(ciphertext.length() - 1);
        char changed = ciphertext.charAt(at) == 'A' ? 'B' : 'A';
        return ciphertext.substring(0, at) + changed + ciphertext.substring(at + 1);
    }
}
