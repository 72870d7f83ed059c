package chat.pando.bench;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.GroupMessage;
import chat.pando.crypto.InboundGroupSession;
import chat.pando.crypto.Megolm;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.crypto.OlmMessage;
import chat.pando.crypto.OlmSession;
import chat.pando.crypto.OneTimeKey;
import chat.pando.crypto.OutboundGroupSession;
import chat.pando.crypto.PreKeyMessage;
import chat.pando.host.CryptoException;
import chat.pando.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Pando's Olm and Megolm are measured by, each by the name that the lab gives it. */
public final class CryptoMeasures {

    private static final int PLAINTEXT_LENGTH = 400;

    private final Olm olm;
    private final Megolm megolm;

    public CryptoMeasures(Host host) {
        olm = new Olm(host.primitives());
        megolm = new Megolm(host.primitives(), host.entropy());
    }

    public Map<String, Measure> all() {
        Map<String, Measure> measures = new LinkedHashMap<>();
        measures.put("MEGOLM_DECRYPT", this::megolmDecrypt);
        measures.put("MEGOLM_ENCRYPT", this::megolmEncrypt);
        measures.put("OLM_OUTBOUND", this::olmOutbound);
        measures.put("OLM_INBOUND", this::olmInbound);
        measures.put("OLM_ALTERNATING", this::olmAlternating);
        measures.put("ONE_TIME_KEYS", this::oneTimeKeys);
        return measures;
    }

    private Measure.Run megolmDecrypt(int size) throws CryptoException {
        OutboundGroupSession outbound = megolm.newSession();
        InboundGroupSession inbound = megolm.inbound(megolm.sessionKey(outbound));
        List<String> messages = megolm.encryptAll(outbound, plaintexts(size)).ciphertexts();
        return () -> {
            List<GroupMessage> parsed = new ArrayList<>();
            for (String message : messages) {
                parsed.add(GroupMessage.parse(message));
            }
            List<InboundGroupSession.Outcome> outcomes = megolm.decryptAll(inbound, parsed).outcomes();
            return outcomes.stream().allMatch(outcome -> outcome instanceof InboundGroupSession.Plaintext plaintext
                    && plaintext.bytes().length == PLAINTEXT_LENGTH);
        };
    }

    private Measure.Run megolmEncrypt(int size) {
        OutboundGroupSession outbound = megolm.newSession();
        List<byte[]> plaintexts = plaintexts(size);
        return () -> {
            OutboundGroupSession.AllEncrypted sent = megolm.encryptAll(outbound, plaintexts);
            return sent.ciphertexts().size() == size && sent.next().messageIndex() == size;
        };
    }

    private record ClaimedKey(String identity, String oneTimeKey) {}

    private Measure.Run olmOutbound(int size) {
        OlmAccount alice = olm.newAccount();
        List<ClaimedKey> devices = new ArrayList<>();
        for (OneTimeKey key : olm.newOneTimeKeys(0, size)) {
            devices.add(new ClaimedKey(olm.newAccount().identityKey().base64(), key.publicKey().base64()));
        }
        return () -> {
            List<Olm.Claimed> claimed = new ArrayList<>();
            for (ClaimedKey device : devices) {
                claimed.add(new Olm.Claimed(
                        Curve25519PublicKey.fromBase64(device.identity()),
                        Curve25519PublicKey.fromBase64(device.oneTimeKey())));
            }
            return olm.outboundAll(alice, claimed).stream().filter(Optional::isPresent).count() == size;
        };
    }

    private record FirstMessage(String identity, int type, String body) {}

    private Measure.Run olmInbound(int size) throws CryptoException {
        OlmAccount bob = olm.newAccount();
        Map<Curve25519PublicKey, OneTimeKey> keys = new LinkedHashMap<>();
        List<FirstMessage> messages = new ArrayList<>();
        for (OneTimeKey key : olm.newOneTimeKeys(0, size)) {
            OlmAccount alice = olm.newAccount();
            keys.put(key.publicKey(), key);
            OlmSession session = olm.outbound(alice, bob.identityKey(), key.publicKey());
            OlmMessage first = olm.encrypt(session, plaintext(0)).message();
            messages.add(new FirstMessage(alice.identityKey().base64(), first.type(), first.body()));
        }
        return () -> {
            boolean right = true;
            for (FirstMessage message : messages) {
                PreKeyMessage preKey = (PreKeyMessage) OlmMessage.parse(message.type(), message.body());
                OneTimeKey key = keys.get(preKey.keys().oneTimeKey());
                Curve25519PublicKey sender = Curve25519PublicKey.fromBase64(message.identity());
                right &= olm.inbound(bob, sender, preKey, key.pair()).plaintext().length == PLAINTEXT_LENGTH;
            }
            return right;
        };
    }

    private Measure.Run olmAlternating(int size) throws CryptoException {
        OlmAccount alice = olm.newAccount();
        OlmAccount bob = olm.newAccount();
        OneTimeKey key = olm.newOneTimeKeys(0, 1).get(0);
        OlmSession.Encrypted first =
                olm.encrypt(olm.outbound(alice, bob.identityKey(), key.publicKey()), plaintext(0));
        PreKeyMessage preKey = (PreKeyMessage) OlmMessage.parse(first.message().type(), first.message().body());
        OlmSession begun = olm.inbound(bob, alice.identityKey(), preKey, key.pair()).next();
        List<byte[]> plaintexts = plaintexts(size);
        return () -> {
            Pair pair = new Pair(first.next(), begun);
            boolean right = true;
            for (byte[] plaintext : plaintexts) {
                right &= pair.roundTrip(plaintext);
            }
            return right;
        };
    }

    /** Both ends of one session. */
    private final class Pair {

        private OlmSession alice;
        private OlmSession bob;

        Pair(OlmSession alice, OlmSession bob) {
            this.alice = alice;
            this.bob = bob;
        }

        /** A message of Bob's, and Alice's answer: each turns the ratchet. */
        boolean roundTrip(byte[] plaintext) throws CryptoException {
            OlmSession.Encrypted there = olm.encrypt(bob, plaintext);
            OlmSession.Decrypted read = olm.decrypt(alice, travelled(there.message()));
            OlmSession.Encrypted back = olm.encrypt(read.next(), plaintext);
            OlmSession.Decrypted answer = olm.decrypt(there.next(), travelled(back.message()));
            alice = back.next();
            bob = answer.next();
            return read.plaintext().length == PLAINTEXT_LENGTH && answer.plaintext().length == PLAINTEXT_LENGTH;
        }

        private OlmMessage travelled(OlmMessage message) throws CryptoException {
            return OlmMessage.parse(message.type(), message.body());
        }
    }

    private Measure.Run oneTimeKeys(int size) {
        return () -> {
            List<String> published = new ArrayList<>();
            for (OneTimeKey key : olm.newOneTimeKeys(0, size)) {
                published.add(key.publicKey().base64());
            }
            return published.size() == size;
        };
    }

    private static List<byte[]> plaintexts(int count) {
        List<byte[]> plaintexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plaintexts.add(plaintext(i));
        }
        return plaintexts;
    }

    private static byte[] plaintext(int index) {
        String text = "{\"type\":\"m.room.message\",\"content\":{\"msgtype\":\"m.text\",\"body\":\"Message " + index
                + " \"}}";
        return (text + ".".repeat(PLAINTEXT_LENGTH - text.length())).getBytes(StandardCharsets.UTF_8);
    }
}
