package chat.pando.browser.standin;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Tells TeaVM's compiler, which finds it as a service, what stands in for what. */
public final class StandIns implements SubstitutionPolicy {

    private static final String REPLACED = "org.bouncycastle.crypto";

    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses((REPLACED + ".CryptoServicesRegistrar")::equals)
                .replacePackage(REPLACED, StandIns.class.getPackageName());
    }
}
