package chat.pando.browser;

import static chat.pando.host.Bytes.wipe;

import chat.pando.host.Enciphering;
import chat.pando.host.Primitives;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/** Messages that are being enciphered: their keys are hashed already, their ciphertexts are waited for. */
final class EncipheringBatch {

    private final SymmetricCrypto hashing;
    private final List<Enciphering> messages;
    private final List<byte[]> keys;

    EncipheringBatch(SymmetricCrypto hashing, byte[] info, List<Enciphering> messages) {
        this.hashing = hashing;
        this.messages = messages;
        keys = new ArrayList<>(messages.size());
        for (Enciphering message : messages) {
            keys.add(hashing.messageKeys(message.secret(), info));
        }
    }

    /** The ciphertexts. */
    JSPromise<JSArrayReader<JSObject>> begun(CbcBatch cbc) {
        JSArray<JSObject> plaintexts = new JSArray<>();
        for (Enciphering message : messages) {
            plaintexts.push(Bytes.toWebCrypto(message.plaintext()));
        }
        return cbc.encrypt(Bytes.listToWebCrypto(keys), plaintexts);
    }

    /** The messages with their ciphertexts and codes. */
    List<byte[]> finished(JSArrayReader<JSObject> ciphertexts) {
        List<byte[]> enciphered = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            enciphered.add(joined(messages.get(i).header(), Bytes.fromBrowser(ciphertexts.get(i)), keys.get(i)));
        }
        wipe(keys.toArray(new byte[0][]));
        return enciphered;
    }

    private byte[] joined(byte[] header, byte[] ciphertext, byte[] key) {
        int authenticated = header.length + ciphertext.length;
        byte[] message = Arrays.copyOf(header, authenticated + Primitives.CODE_LENGTH);
        System.arraycopy(ciphertext, 0, message, header.length, ciphertext.length);
        System.arraycopy(
                hashing.code(key, message, authenticated), 0, message, authenticated, Primitives.CODE_LENGTH);
        return message;
    }
}
