package chat.pando.browser;

import chat.pando.core.Core;
import chat.pando.host.Host;
import java.util.Optional;
import org.teavm.jso.JSBody;

/** The program of the SharedWorker: where TeaVM begins to compile {@code core.js}. */
public final class CoreWorker {

    private CoreWorker() {}

    public static void main(String[] args) {
        Host host = BrowserHost.create(new WebCryptoPrimitives(new BrowserEntropy()));
        IndexedDbAccounts accounts = new IndexedDbAccounts(
                host, row -> host.log().warn("passed over a corrupt row of " + row.table().stored()));
        new Core(host, accounts, new BrowserPorts(), Optional.of(origin())).start();
    }

    /** Where the site came from, which is also a homeserver where the relay serves it. */
    @JSBody(script = "return self.location.origin;")
    private static native String origin();
}
