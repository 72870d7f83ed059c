package chat.pando.machine;

import chat.pando.host.Host;
import chat.pando.host.Log;
import chat.pando.jvm.JcaPrimitives;
import chat.pando.jvm.JvmBroadcasts;
import chat.pando.jvm.JvmLocks;
import chat.pando.jvm.JvmNetwork;
import chat.pando.jvm.JvmTasks;
import chat.pando.jvm.ManualClock;
import chat.pando.jvm.NanoJson;
import java.util.Random;

/** A JVM host for machines under test: the time stands still, nothing is logged, and there is no network. */
final class TestHost {

    private static final Log SILENT = new Log() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}
    };

    private TestHost() {}

    static Host of(ManualClock clock, long seed) {
        Random random = new Random(seed);
        return new Host(
                clock,
                count -> {
                    byte[] bytes = new byte[count];
                    random.nextBytes(bytes);
                    return bytes;
                },
                new JcaPrimitives(),
                (request, abort) -> {
                    throw new IllegalStateException("a machine has no network");
                },
                new JvmNetwork(),
                new JvmLocks(),
                new JvmBroadcasts(),
                new NanoJson(),
                new JvmTasks(),
                SILENT);
    }
}
