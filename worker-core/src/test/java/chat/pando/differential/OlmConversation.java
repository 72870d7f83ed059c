package chat.pando.differential;

import chat.pando.conformance.Check;
import chat.pando.host.CryptoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random conversation on one Olm session: out of order, with losses, replays, forgeries of each field, reloads. */
final class OlmConversation {

    private static final int STEPS = 60;

    private final Random random;
    private final Plaintexts plaintexts;
    private final Talker one;
    private final Talker two;

    OlmConversation(Random random, OlmSide one, OlmSide two) {
        this.random = random;
        plaintexts = new Plaintexts(random, one.writesTextOnly() || two.writesTextOnly());
        this.one = new Talker(one);
        this.two = new Talker(two);
    }

    /** A message under way, and where the sender's ratchet stood. */
    private record Sent(Parcel parcel, byte[] plaintext, int chain, long index) {}

    private static final class Talker {

        private final OlmSide side;
        private final Expectation expectation;
        private final List<Sent> underWay = new ArrayList<>();
        private final List<Sent> delivered = new ArrayList<>();
        private OlmEnd end;
        private int chain;
        private long index;
        private boolean turnDue;

        Talker(OlmSide side) {
            this.side = side;
            expectation = side.expectation();
        }
    }

    void run() throws CryptoException {
        checkSignatures(one.side, two.side);
        checkSignatures(two.side, one.side);
        begin();
        for (int step = 0; step < STEPS; step++) {
            boolean toTwo = random.nextBoolean();
            step(toTwo ? one : two, toTwo ? two : one);
        }
        deliverAll(one, two);
        deliverAll(two, one);
        Check.equal(one.end.sessionId(), two.end.sessionId());
    }

    private void begin() throws CryptoException {
        one.end = one.side.begin(two.side.identityKey(), two.side.newOneTimeKey());
        for (int i = random.nextInt(4); i >= 0; i--) {
            send(one);
        }
        Sent first = one.underWay.remove(random.nextInt(one.underWay.size()));
        // A first message that was changed, in whatever field, uses no key up: the true one still begins the session.
        for (Parcel forged : forgeries(two, first.parcel())) {
            Check.throwsA(CryptoException.class, () -> two.side.answer(one.side.identityKey(), forged));
        }
        OlmSide.Begun begun = two.side.answer(one.side.identityKey(), first.parcel());
        Check.equal(first.plaintext(), begun.plaintext());
        Check.that(two.expectation.receives(first.chain(), first.index()), "the first message begins the session");
        two.end = begun.end();
        two.turnDue = true;
        one.delivered.add(first);
    }

    private void step(Talker sender, Talker receiver) throws CryptoException {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> send(sender);
            case 3 -> sendMany(sender);
            case 4, 5, 6 -> deliverSome(sender, receiver);
            case 7 -> replay(sender, receiver);
            case 8 -> forge(sender, receiver);
            default -> {
                sender.end.reload();
                receiver.end.reload();
            }
        }
    }

    private void send(Talker sender) throws CryptoException {
        if (sender.turnDue) {
            sender.turnDue = false;
            sender.chain++;
            sender.index = 0;
        }
        byte[] plaintext = plaintexts.next(random.nextInt(8) == 0 ? 3000 : 100);
        Parcel parcel = sender.end.encrypt(plaintext);
        Check.equal(sender.expectation.newestChain() < 0 ? 0 : 1, parcel.type());
        sender.underWay.add(new Sent(parcel, plaintext, sender.chain, sender.index++));
    }

    /** Enough, now and then, for the receiver to give up the oldest of those it skips. */
    private void sendMany(Talker sender) throws CryptoException {
        for (int i = random.nextInt(random.nextInt(6) == 0 ? 60 : 6); i >= 0; i--) {
            send(sender);
        }
    }

    private void deliverSome(Talker sender, Talker receiver) throws CryptoException {
        for (int i = random.nextInt(4); i >= 0 && !sender.underWay.isEmpty(); i--) {
            Sent sent = sender.underWay.remove(random.nextInt(sender.underWay.size()));
            if (random.nextInt(8) > 0) { // and else it is lost
                deliver(sender, receiver, sent);
            }
        }
    }

    private void deliverAll(Talker sender, Talker receiver) throws CryptoException {
        while (!sender.underWay.isEmpty()) {
            deliver(sender, receiver, sender.underWay.remove(random.nextInt(sender.underWay.size())));
        }
    }

    private void deliver(Talker sender, Talker receiver, Sent sent) throws CryptoException {
        int newest = receiver.expectation.newestChain();
        if (!receiver.expectation.receives(sent.chain(), sent.index())) {
            refuses(receiver, sent.parcel());
            return;
        }
        Check.equal(sent.plaintext(), receiver.end.decrypt(sent.parcel()));
        receiver.turnDue |= receiver.expectation.newestChain() > newest;
        sender.delivered.add(sent);
    }

    private void replay(Talker sender, Talker receiver) {
        if (!sender.delivered.isEmpty()) {
            refuses(receiver, sender.delivered.get(random.nextInt(sender.delivered.size())).parcel());
        }
    }

    /** Changes a message that is under way, in each field that is read; the message must still arrive afterwards. */
    private void forge(Talker sender, Talker receiver) throws CryptoException {
        if (sender.underWay.isEmpty()) {
            return;
        }
        Parcel parcel = sender.underWay.get(random.nextInt(sender.underWay.size())).parcel();
        for (Parcel forged : forgeries(receiver, parcel)) {
            refuses(receiver, forged);
        }
    }

    private List<Parcel> forgeries(Talker receiver, Parcel parcel) throws CryptoException {
        return receiver.side.readsEveryByte()
                ? Forgery.ofEachField(random, parcel)
                : List.of(Forgery.ofTheCiphertext(random, parcel));
    }

    private static void refuses(Talker receiver, Parcel parcel) {
        Check.throwsA(CryptoException.class, () -> receiver.end.decrypt(parcel));
    }

    private static void checkSignatures(OlmSide signer, OlmSide verifier) {
        String message = "{\"ü\":1}";
        String signature = signer.sign(message);
        Check.that(verifier.verifies(signer.fingerprintKey(), message, signature), "the signature holds");
        Check.that(!verifier.verifies(signer.fingerprintKey(), "{}", signature), "it holds for its message only");
    }
}
