package chat.pando.differential;

import chat.pando.crypto.Megolm;
import chat.pando.crypto.OutboundGroupSession;
import chat.pando.json.Utf8;
import org.teavm.jso.JSObject;

/** The sending end of a Megolm session. */
interface GroupSender {

    String sessionId();

    long messageIndex();

    String sessionKey();

    String encrypt(byte[] plaintext);

    static GroupSender pando(Megolm megolm) {
        return new GroupSender() {

            private OutboundGroupSession session = megolm.newSession();

            @Override
            public String sessionId() {
                return session.id();
            }

            @Override
            public long messageIndex() {
                return session.messageIndex();
            }

            @Override
            public String sessionKey() {
                return megolm.sessionKey(session);
            }

            @Override
            public String encrypt(byte[] plaintext) {
                OutboundGroupSession.Encrypted sent = megolm.encrypt(session, plaintext);
                session = sent.next();
                return sent.ciphertext();
            }
        };
    }

    static GroupSender vodozemac() {
        Vodozemac.GroupSession session = Vodozemac.newGroupSession();
        return new GroupSender() {

            @Override
            public String sessionId() {
                return session.getSessionId();
            }

            @Override
            public long messageIndex() {
                return session.getMessageIndex();
            }

            @Override
            public String sessionKey() {
                return session.getSessionKey();
            }

            @Override
            public String encrypt(byte[] plaintext) {
                return Vodozemac.encrypt(session, Vodozemac.js(plaintext));
            }
        };
    }

    static GroupSender libolm() {
        JSObject session = Libolm.newGroupSession();
        return new GroupSender() {

            @Override
            public String sessionId() {
                return Libolm.sessionId(session);
            }

            @Override
            public long messageIndex() {
                return Libolm.messageIndex(session);
            }

            @Override
            public String sessionKey() {
                return Libolm.sessionKey(session);
            }

            @Override
            public String encrypt(byte[] plaintext) {
                return Libolm.encryptForGroup(session, Utf8.decode(plaintext));
            }
        };
    }
}
