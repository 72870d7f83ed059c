package chat.pando.browser;

import static chat.pando.host.Bytes.equalInConstantTime;
import static chat.pando.host.Bytes.wipe;

import chat.pando.host.Deciphering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSPromise;

/** Messages that are being deciphered: their codes are checked, the plaintexts of the genuine are waited for. */
final class DecipheringBatch {

    private final JSArray<JSObject> ciphertexts = new JSArray<>();
    private final List<byte[]> keys = new ArrayList<>();
    private final boolean[] asked;

    DecipheringBatch(SymmetricCrypto hashing, byte[] info, List<Deciphering> messages) {
        asked = new boolean[messages.size()];
        for (int i = 0; i < asked.length; i++) {
            Deciphering message = messages.get(i);
            byte[] derived = hashing.messageKeys(message.secret(), info);
            asked[i] = CipherBlocks.areWhole(message.ciphertext().length())
                    && equalInConstantTime(
                            hashing.code(derived, message.message(), message.authenticated()), message.code());
            if (asked[i]) {
                ciphertexts.push(Bytes.toWebCrypto(message.message(), message.ciphertext()));
                keys.add(derived);
            }
        }
    }

    /** The plaintexts of those that are genuine. */
    JSPromise<JSArrayReader<JSObject>> begun(CbcBatch cbc) {
        return cbc.decrypt(Bytes.listToWebCrypto(keys), ciphertexts);
    }

    /** The plaintexts of all; empty where there is none. */
    List<Optional<byte[]>> finished(JSArrayReader<JSObject> plaintexts) {
        wipe(keys.toArray(new byte[0][]));
        return Bytes.answers(plaintexts, asked);
    }
}
