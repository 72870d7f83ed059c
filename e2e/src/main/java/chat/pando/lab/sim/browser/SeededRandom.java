package chat.pando.lab.sim.browser;

import java.security.SecureRandom;
import java.util.Random;

/** Randomness for keys that a seed decides: secure for nobody, the same in each run. */
final class SeededRandom extends SecureRandom {

    private static final long serialVersionUID = 1;

    private final Random source;

    SeededRandom(Random source) {
        this.source = source;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }
}
