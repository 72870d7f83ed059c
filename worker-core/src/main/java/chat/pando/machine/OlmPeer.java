package chat.pando.machine;

import chat.pando.crypto.Curve25519PublicKey;
import chat.pando.crypto.Olm;
import chat.pando.crypto.OlmAccount;
import chat.pando.crypto.OlmSession;
import chat.pando.crypto.PreKeyMessage;
import chat.pando.host.CryptoException;
import chat.pando.store.OneTimeKeys;
import chat.pando.store.PeerSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One other device's side of a batch of Olm messages: it decrypts them one after the other, while other peers' messages
 * are decrypted at the same time. It touches no store.
 */
final class OlmPeer {

    private final Olm olm;
    private final OlmAccount account;
    private final Map<Curve25519PublicKey, OneTimeKeys.Held> oneTimeKeys;
    private PeerSessions sessions;

    OlmPeer(
            Olm olm,
            OlmAccount account,
            Map<Curve25519PublicKey, OneTimeKeys.Held> oneTimeKeys,
            PeerSessions sessions) {
        this.olm = olm;
        this.account = account;
        this.oneTimeKeys = oneTimeKeys;
        this.sessions = sessions;
    }

    /**
     * A decrypted message.
     *
     * @param begunWith the key of ours with which the message has begun a session
     */
    record Opened(byte[] plaintext, Optional<OneTimeKeys.Held> begunWith) {}

    /** Opens the envelopes in order; empty where one cannot be opened. */
    List<Optional<Opened>> open(List<OlmEnvelope> envelopes) {
        List<Optional<Opened>> opened = new ArrayList<>();
        envelopes.forEach(envelope -> opened.add(open(envelope)));
        return opened;
    }

    /** The sessions after all that was opened. */
    PeerSessions sessions() {
        return sessions;
    }

    private Optional<Opened> open(OlmEnvelope envelope) {
        if (!(envelope.message() instanceof PreKeyMessage preKey)) {
            return sessions.sessions().stream()
                    .map(session -> decrypt(session, envelope))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        Optional<OlmSession> begun = sessions.sessions().stream().filter(s -> s.matches(preKey)).findFirst();
        return begun.isPresent() ? decrypt(begun.get(), envelope) : begin(envelope, preKey);
    }

    private Optional<Opened> decrypt(OlmSession session, OlmEnvelope envelope) {
        try {
            OlmSession.Decrypted decrypted = olm.decrypt(session, envelope.message());
            sessions = sessions.withBest(decrypted.next());
            return Optional.of(new Opened(decrypted.plaintext(), Optional.empty()));
        } catch (CryptoException notThisSession) {
            return Optional.empty();
        }
    }

    /** The key is deleted by the caller, and only because this has succeeded (F9). */
    private Optional<Opened> begin(OlmEnvelope envelope, PreKeyMessage preKey) {
        OneTimeKeys.Held held = oneTimeKeys.get(preKey.keys().oneTimeKey());
        if (held == null) {
            return Optional.empty();
        }
        try {
            OlmSession.Decrypted decrypted =
                    olm.inbound(account, envelope.identity(), preKey, held.key().pair());
            sessions = sessions.withBest(decrypted.next());
            return Optional.of(new Opened(decrypted.plaintext(), Optional.of(held)));
        } catch (CryptoException forged) {
            return Optional.empty();
        }
    }
}
