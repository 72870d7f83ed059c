package chat.pando.browser;

import chat.pando.host.Agreement;
import chat.pando.host.Derivation;
import java.util.List;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/** Agreements as WebCrypto is asked for them: for each derivation the keys on our side, and those on theirs. */
record WebAgreements(JSArray<JSArray<CryptoKey>> mine, JSArray<JSArray<JSObject>> theirs) {

    static WebAgreements of(List<Derivation> derivations) {
        WebAgreements all = new WebAgreements(new JSArray<>(), new JSArray<>());
        for (Derivation derivation : derivations) {
            JSArray<CryptoKey> mine = new JSArray<>();
            JSArray<JSObject> theirs = new JSArray<>();
            for (Agreement agreement : derivation.agreements()) {
                mine.push(((WebAgreementKey) agreement.mine()).key().cryptoKey());
                theirs.push(Bytes.toWebCrypto(agreement.theirPublicKey()));
            }
            all.mine.push(mine);
            all.theirs.push(theirs);
        }
        return all;
    }
}
