package chat.pando.differential;

import chat.pando.crypto.GroupMessage;
import chat.pando.crypto.InboundGroupSession;
import chat.pando.crypto.Megolm;
import chat.pando.host.CryptoException;
import chat.pando.json.Utf8;
import org.teavm.jso.JSObject;

/** A receiving end of a Megolm session. */
interface GroupReader {

    String sessionId();

    long firstKnownIndex();

    Read read(String ciphertext) throws CryptoException;

    String exportAt(long index) throws CryptoException;

    /** A plaintext and the index it was encrypted at. */
    record Read(byte[] plaintext, long index) {}

    static GroupReader pando(Megolm megolm, InboundGroupSession start) {
        return new GroupReader() {

            private InboundGroupSession session = start;

            @Override
            public String sessionId() {
                return session.id();
            }

            @Override
            public long firstKnownIndex() {
                return session.firstKnownIndex();
            }

            @Override
            public Read read(String ciphertext) throws CryptoException {
                InboundGroupSession.Decrypted decrypted = megolm.decrypt(session, GroupMessage.parse(ciphertext));
                session = InboundGroupSession.fromJson(decrypted.next().toJson());
                return new Read(decrypted.plaintext().bytes(), decrypted.plaintext().index());
            }

            @Override
            public String exportAt(long index) throws CryptoException {
                return megolm.exportAt(session, index);
            }
        };
    }

    static GroupReader vodozemac(Vodozemac.InboundGroup session) {
        return new GroupReader() {

            @Override
            public String sessionId() {
                return session.getSessionId();
            }

            @Override
            public long firstKnownIndex() {
                return session.getFirstKnownIndex();
            }

            @Override
            public Read read(String ciphertext) throws CryptoException {
                Vodozemac.GroupMessage message =
                        Vodozemac.unlessRefused(Vodozemac.decrypt(session, ciphertext));
                return new Read(Vodozemac.java(message.getPlaintext()), message.getIndex());
            }

            @Override
            public String exportAt(long index) throws CryptoException {
                return Vodozemac.unlessRefused(Vodozemac.exportAt(session, (int) index));
            }
        };
    }

    static GroupReader libolm(JSObject session) {
        return new GroupReader() {

            @Override
            public String sessionId() {
                return Libolm.sessionId(session);
            }

            @Override
            public long firstKnownIndex() {
                return Libolm.firstKnownIndex(session);
            }

            @Override
            public Read read(String ciphertext) throws CryptoException {
                Libolm.GroupMessage message =
                        LibolmOlm.refusedWhereNull(Libolm.decryptFromGroup(session, ciphertext));
                return new Read(Utf8.encode(message.getPlaintext()), message.getIndex());
            }

            @Override
            public String exportAt(long index) {
                return Libolm.exportAt(session, (int) index);
            }
        };
    }
}
