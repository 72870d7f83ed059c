package chat.pando.browser;

import chat.pando.core.BroadcastPorts;
import chat.pando.core.Core;
import chat.pando.core.Worker;
import chat.pando.core.handover.Version;
import chat.pando.host.Host;
import chat.pando.host.Ports;
import chat.pando.protocol.ToCore;
import chat.pando.store.migration.Migrations;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.teavm.jso.JSBody;

/**
 * The program of the core's worker: where TeaVM begins to compile {@code core.js}.
 *
 * <p>That is a SharedWorker, or where the browser has none, a dedicated worker of one of the tabs.
 */
public final class CoreWorker {

    private CoreWorker() {}

    public static void main(String[] args) {
        run(UnaryOperator.identity(), ToCore.VERSION, Migrations.current());
    }

    /**
     * Runs a core, of this version or of another one.
     *
     * @param variation  what it has in place of the browser's host: tests take its locks away, say
     * @param protocol   the version of the protocol that it speaks with tabs
     * @param migrations of its databases
     */
    public static void run(UnaryOperator<Host> variation, int protocol, Migrations migrations) {
        KeyStorage keys = new PreparedKeys(KeyProbe.find(), new BrowserClock());
        Host host = variation.apply(BrowserHost.create(new WebCryptoPrimitives(new BrowserEntropy(), keys)));
        IndexedDbAccounts accounts = new IndexedDbAccounts(
                host, keys, migrations, row -> host.log().warn("passed over a corrupt row of " + row.table().stored()));
        Version version = new Version(script(), protocol, migrations.latest());
        Worker worker = new Worker(version, Optional.of(origin()), CoreWorker::end);
        new Core(host, accounts, ports(host), worker).start();
    }

    private static Ports ports(Host host) {
        return isShared() ? new BrowserPorts() : new BroadcastPorts(host.broadcasts(), script());
    }

    @JSBody(script = "return typeof SharedWorkerGlobalScope === 'function' && self instanceof SharedWorkerGlobalScope;")
    private static native boolean isShared();

    /** Where this worker's script lies, relative to the site: the version is in its query. */
    @JSBody(script = "return self.location.pathname.split('/').pop() + self.location.search;")
    private static native String script();

    /** Where the site came from, which is also a homeserver where the relay serves it. */
    @JSBody(script = "return self.location.origin;")
    private static native String origin();

    @JSBody(script = "self.close();")
    private static native void end();
}
