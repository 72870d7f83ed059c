package chat.pando.jvm;

import chat.pando.host.Host;

/** A JVM as a host. */
public final class JvmHost {

    private JvmHost() {}

    /** All ports, each its own: what shares a host shares an origin, with its locks. */
    public static Host create() {
        return new Host(
                new JvmClock(),
                new JvmEntropy(),
                new JcaPrimitives(),
                new JvmHttp(),
                new JvmNetwork(),
                new JvmLocks(),
                new JvmBroadcasts(),
                new NanoJson(),
                new JvmTasks(),
                new JvmLog());
    }
}
