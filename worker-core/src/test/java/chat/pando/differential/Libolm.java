package chat.pando.differential;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/**
 * The functions of npm's {@code @matrix-org/olm}, which the page has loaded as {@code Olm}. Those that can refuse their
 * input yield null then, which the page's {@code attempt} decides: a crash is no refusal.
 */
final class Libolm {

    private Libolm() {}

    interface Account extends JSObject {

        String sign(String message);
    }

    interface Message extends JSObject {

        @JSProperty
        int getType();

        @JSProperty
        String getBody();
    }

    interface GroupMessage extends JSObject {

        @JSProperty
        String getPlaintext();

        @JSProperty("message_index")
        int getIndex();
    }

    @JSBody(script = "var account = new Olm.Account(); account.create(); return account;")
    static native Account newAccount();

    @JSBody(params = {"account", "name"}, script = "return JSON.parse(account.identity_keys())[name];")
    static native String identityKey(Account account, String name);

    @JSBody(params = {"key", "message", "signature"}, script = ""
            + "return attempt(function () {"
            + " new Olm.Utility().ed25519_verify(key, message, signature); return true; }) !== null;")
    static native boolean verifies(String key, String message, String signature);

    @JSBody(params = "account", script = ""
            + "account.generate_one_time_keys(1);"
            + "var keys = Object.values(JSON.parse(account.one_time_keys()).curve25519);"
            + "account.mark_keys_as_published();"
            + "return keys[0];")
    static native String newOneTimeKey(Account account);

    @JSBody(params = {"account", "identityKey", "oneTimeKey"}, script = ""
            + "var session = new Olm.Session();"
            + "return attempt(function () {"
            + " session.create_outbound(account, identityKey, oneTimeKey); return session; }, session);")
    static native JSObject outbound(Account account, String identityKey, String oneTimeKey);

    @JSBody(params = {"account", "identityKey", "body"}, script = ""
            + "var session = new Olm.Session();"
            + "return attempt(function () {"
            + " session.create_inbound_from(account, identityKey, body); return session; }, session);")
    static native JSObject inbound(Account account, String identityKey, String body);

    @JSBody(params = {"account", "session"}, script = "account.remove_one_time_keys(session);")
    static native void removeOneTimeKey(Account account, JSObject session);

    @JSBody(params = "session", script = "return session.session_id();")
    static native String sessionId(JSObject session);

    @JSBody(params = {"session", "plaintext"}, script = "return session.encrypt(plaintext);")
    static native Message encrypt(JSObject session, String plaintext);

    @JSBody(params = {"session", "type", "body"}, script = ""
            + "return attempt(function () { return session.decrypt(type, body); });")
    static native String decrypt(JSObject session, int type, String body);

    @JSBody(params = "session", script = ""
            + "var pickle = session.pickle('key');"
            + "session.free();"
            + "var same = new Olm.Session();"
            + "same.unpickle('key', pickle);"
            + "return same;")
    static native JSObject reload(JSObject session);

    @JSBody(script = "var session = new Olm.OutboundGroupSession(); session.create(); return session;")
    static native JSObject newGroupSession();

    @JSBody(params = "session", script = "return session.session_key();")
    static native String sessionKey(JSObject session);

    @JSBody(params = "session", script = "return session.message_index();")
    static native int messageIndex(JSObject session);

    @JSBody(params = {"session", "plaintext"}, script = "return session.encrypt(plaintext);")
    static native String encryptForGroup(JSObject session, String plaintext);

    @JSBody(params = {"key", "exported"}, script = ""
            + "var session = new Olm.InboundGroupSession();"
            + "return attempt(function () {"
            + " exported ? session.import_session(key) : session.create(key); return session; }, session);")
    static native JSObject inboundGroup(String key, boolean exported);

    @JSBody(params = "session", script = "return session.first_known_index();")
    static native int firstKnownIndex(JSObject session);

    @JSBody(params = {"session", "index"}, script = "return session.export_session(index);")
    static native String exportAt(JSObject session, int index);

    @JSBody(params = {"session", "body"}, script = ""
            + "return attempt(function () { return session.decrypt(body); });")
    static native GroupMessage decryptFromGroup(JSObject session, String body);
}
