package chat.pando.differential;

import chat.pando.host.CryptoException;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * The functions of npm's {@code vodozemac-wasm-bindings}, which the page has put into {@code window.vodozemac}. Those
 * that can refuse their input yield null then, which the page's {@code attempt} decides: a crash is no refusal.
 */
final class Vodozemac {

    private Vodozemac() {}

    interface Account extends JSObject {

        @JSProperty("ed25519_key")
        String getEd25519Key();

        @JSProperty("curve25519_key")
        String getCurve25519Key();

        String sign(String message);
    }

    interface Session extends JSObject {

        @JSProperty("session_id")
        String getSessionId();
    }

    interface Inbound extends JSObject {

        @JSProperty
        Session getSession();

        @JSProperty
        JSObject getPlaintext();
    }

    interface Message extends JSObject {

        @JSProperty("message_type")
        int getType();

        @JSProperty
        String getCiphertext();
    }

    interface GroupSession extends JSObject {

        @JSProperty("session_id")
        String getSessionId();

        @JSProperty("session_key")
        String getSessionKey();

        @JSProperty("message_index")
        int getMessageIndex();
    }

    interface InboundGroup extends JSObject {

        @JSProperty("session_id")
        String getSessionId();

        @JSProperty("first_known_index")
        int getFirstKnownIndex();
    }

    interface GroupMessage extends JSObject {

        @JSProperty
        JSObject getPlaintext();

        @JSProperty("message_index")
        int getIndex();
    }

    @JSBody(script = "return new vodozemac.Account();")
    static native Account newAccount();

    @JSBody(params = {"key", "message", "signature"}, script = ""
            + "return attempt(function () {"
            + " vodozemac.verify_signature(key, new TextEncoder().encode(message), signature);"
            + " return true; }) !== null;")
    static native boolean verifies(String key, String message, String signature);

    @JSBody(params = "account", script = ""
            + "account.generate_one_time_keys(1);"
            + "var keys = account.one_time_keys;"
            + "account.mark_keys_as_published();"
            + "return keys instanceof Map ? keys.values().next().value : Object.values(keys)[0];")
    static native String newOneTimeKey(Account account);

    @JSBody(params = {"account", "identityKey", "oneTimeKey"}, script = ""
            + "return attempt(function () { return account.create_outbound_session(identityKey, oneTimeKey); });")
    static native Session outbound(Account account, String identityKey, String oneTimeKey);

    @JSBody(params = {"account", "identityKey", "type", "body"}, script = ""
            + "return attempt(function () { return account.create_inbound_session(identityKey, type, body); });")
    static native Inbound inbound(Account account, String identityKey, int type, String body);

    @JSBody(params = {"session", "plaintext"}, script = "return session.encrypt(new Uint8Array(plaintext));")
    static native Message encrypt(Session session, Int8Array plaintext);

    @JSBody(params = {"session", "type", "body"}, script = ""
            + "return attempt(function () { return session.decrypt(type, body); });")
    static native JSObject decrypt(Session session, int type, String body);

    @JSBody(params = "session", script = ""
            + "var key = new Uint8Array(32);"
            + "return vodozemac.Session.from_pickle(session.pickle(key), key);")
    static native Session reload(Session session);

    @JSBody(script = "return new vodozemac.GroupSession();")
    static native GroupSession newGroupSession();

    @JSBody(params = {"session", "plaintext"}, script = "return session.encrypt(new Uint8Array(plaintext));")
    static native String encrypt(GroupSession session, Int8Array plaintext);

    @JSBody(params = "key", script = ""
            + "return attempt(function () { return new vodozemac.InboundGroupSession(key); });")
    static native InboundGroup inboundGroup(String key);

    @JSBody(params = "key", script = ""
            + "return attempt(function () { return vodozemac.InboundGroupSession.import(key); });")
    static native InboundGroup importedGroup(String key);

    @JSBody(params = {"session", "index"}, script = "return session.export_at(index);")
    static native String exportAt(InboundGroup session, int index);

    @JSBody(params = {"session", "body"}, script = ""
            + "return attempt(function () { return session.decrypt(body); });")
    static native GroupMessage decrypt(InboundGroup session, String body);

    /** What it yielded, which is null where it refused. */
    static <T> T unlessRefused(T result) throws CryptoException {
        if (result == null) {
            throw new CryptoException("vodozemac refused");
        }
        return result;
    }

    static Int8Array js(byte[] bytes) {
        return Int8Array.copyFromJavaArray(bytes);
    }

    static byte[] java(JSObject uint8Array) {
        return signed(uint8Array).copyToJavaArray();
    }

    @JSBody(params = "bytes", script = "return new Int8Array(bytes);")
    private static native Int8Array signed(JSObject bytes);
}
