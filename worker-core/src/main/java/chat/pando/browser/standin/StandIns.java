package chat.pando.browser.standin;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Tells TeaVM's compiler, which finds it as a service, what stands in for what. */
public final class StandIns implements SubstitutionPolicy {

    @Override
    public void contribute(SubstitutionSink sink) {
        replace(sink, "org.bouncycastle.crypto", "CryptoServicesRegistrar");
        replace(sink, "chat.pando.crypto", "UnpaddedBase64");
        replace(sink, "java.util", "Hashtable");
    }

    private static void replace(SubstitutionSink sink, String from, String name) {
        sink.selectClasses((from + "." + name)::equals)
                .replacePackage(from, StandIns.class.getPackageName());
    }
}
