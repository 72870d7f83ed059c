package chat.pando.browser.hashing;

import java.util.Collection;
import org.teavm.extension.spi.resources.ResourcesPolicy;

/** Tells TeaVM's compiler, which finds it as a service, to put the compiled program into what it makes of the core. */
public final class HashingResource implements ResourcesPolicy {

    /** As the build names it. */
    public static final String NAME = "chat/pando/browser/hashing/hashing.wasm";

    @Override
    public String[] supplyResources(Collection<? extends String> classNames) {
        return new String[] {NAME};
    }
}
