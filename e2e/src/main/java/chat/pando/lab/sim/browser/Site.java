package chat.pando.lab.sim.browser;

import chat.pando.core.handover.Version;

/**
 * A version of the site, as it is deployed.
 *
 * @param number   of the version, from one on
 * @param protocol that its pages and its core speak with each other
 * @param schema   of the databases that it writes
 */
public record Site(int number, int protocol, int schema) {

    private static final Version REAL = Version.current("");

    public static final Site FIRST = new Site(1, REAL.protocol(), REAL.schema());

    /** The version after this one. */
    public Site next(boolean newProtocol, boolean newSchema) {
        return new Site(number + 1, newProtocol ? protocol + 1 : protocol, newSchema ? schema + 1 : schema);
    }

    /** An earlier version, with the databases of this one. */
    public Site before() {
        return new Site(Math.max(1, number - 1), protocol, schema);
    }

    Version core() {
        return new Version("worker.js?v=" + number + "." + protocol + "." + schema, protocol, schema);
    }

    /** How many versions of the protocol this one is ahead of the code that runs here. */
    int protocolsAhead() {
        return protocol - REAL.protocol();
    }
}
