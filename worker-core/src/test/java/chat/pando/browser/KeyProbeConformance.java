package chat.pando.browser;

import chat.pando.conformance.Check;
import chat.pando.conformance.Conformance;
import chat.pando.host.KeyCustody;
import java.util.List;
import java.util.Optional;
import org.teavm.jso.JSBody;

/** What the probe finds out about browsers that are less than this one. */
final class KeyProbeConformance implements Conformance {

    @Override
    public List<Case> cases() {
        return List.of(
                new Case("a browser without the curves has no keys, and starts", this::noCurves),
                new Case("a browser that can store no key wraps them", this::nothingStored));
    }

    private void noCurves() {
        try {
            forgetCurves();
            Check.equal(Optional.of(KeyCustody.NONE), KeyProbe.find().custody());
        } finally {
            remember();
        }
    }

    private void nothingStored() {
        try {
            storeNoKeys();
            Check.equal(Optional.of(KeyCustody.WRAPPED_BESIDE_THEIR_KEY), KeyProbe.find().custody());
        } finally {
            remember();
        }
    }

    @JSBody(
            script = "crypto.subtle.generateKey = function () {"
                    + " return Promise.reject(new DOMException('as old browsers do', 'NotSupportedError')); };")
    private static native void forgetCurves();

    @JSBody(
            script = "var put = IDBObjectStore.prototype.put;"
                    + "self.realPut = put;"
                    + "IDBObjectStore.prototype.put = function (value, key) {"
                    + " if (value instanceof CryptoKey) { throw new DOMException('as WebKit does', 'DataCloneError'); }"
                    + " return put.call(this, value, key); };")
    private static native void storeNoKeys();

    @JSBody(
            script = "delete crypto.subtle.generateKey;"
                    + "if (self.realPut) { IDBObjectStore.prototype.put = self.realPut; delete self.realPut; }")
    private static native void remember();
}
