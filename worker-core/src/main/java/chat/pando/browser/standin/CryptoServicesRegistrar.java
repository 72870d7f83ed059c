package chat.pando.browser.standin;

import org.bouncycastle.crypto.CryptoServiceProperties;

/**
 * Bouncy Castle's registrar in a browser, where no administrator constrains which algorithms may be used: the true one
 * reads the JDK's security properties, and brings the parameters of half a dozen other algorithms along.
 */
public final class CryptoServicesRegistrar {

    private CryptoServicesRegistrar() {}

    /** Everything may be used. */
    public static void checkConstraints(CryptoServiceProperties service) {
        // no constraints
    }
}
