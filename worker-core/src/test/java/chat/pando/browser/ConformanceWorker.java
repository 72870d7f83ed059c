package chat.pando.browser;

import chat.pando.conformance.AccountsConformance;
import chat.pando.conformance.CipherConformance;
import chat.pando.conformance.ClockConformance;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.CurveConformance;
import chat.pando.conformance.EntropyConformance;
import chat.pando.conformance.HttpConformance;
import chat.pando.conformance.JsonConformance;
import chat.pando.conformance.LocksConformance;
import chat.pando.conformance.PortsConformance;
import chat.pando.conformance.SealedTextConformance;
import chat.pando.conformance.StoreConformance;
import chat.pando.conformance.TasksConformance;
import chat.pando.host.Host;
import chat.pando.host.Port;
import chat.pando.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/**
 * A SharedWorker that runs every conformance suite on the browser's host: {@code e2e} compiles it and opens a page on it.
 *
 * <p>A page posts the URL of a conformance server; it is told of each case {@code {suite, name, failure?}}, and at last
 * {@code {finished: true}}.
 */
public final class ConformanceWorker {

    /** In the names of locks and accounts, so that they are told from others of the profile. */
    private static final String NAME = "conformance.example";

    private ConformanceWorker() {}

    public static void main(String[] args) {
        Host host = BrowserHost.create(new WebCryptoPrimitives(new BrowserEntropy()));
        new BrowserPorts().onConnect(port -> port.onMessage(server -> run(host, server, port)));
    }

    private static void run(Host host, String server, Port port) {
        suites(host, server).forEach((suite, conformance) -> conformance.cases().forEach(testCase -> {
            JsonObject.Builder result = JsonObject.builder().put("suite", suite).put("name", testCase.name());
            try {
                testCase.body().run();
            } catch (Throwable failure) {
                result.put("failure", failure.toString());
            }
            port.post(result.build().text());
        }));
        port.post(JsonObject.builder().put("finished", true).build().text());
    }

    private static Map<String, Conformance> suites(Host host, String server) {
        IndexedDbAccounts accounts = new IndexedDbAccounts(host, row -> {
            throw new AssertionError("corrupt: " + row);
        });
        Map<String, Conformance> suites = new LinkedHashMap<>();
        suites.put("sealed texts", new SealedTextConformance(host.primitives()));
        suites.put("ciphers", new CipherConformance(host.primitives(), host.tasks()));
        suites.put("clock", new ClockConformance(host.clock()));
        suites.put("curves", new CurveConformance(host.primitives()));
        suites.put("entropy", new EntropyConformance(host.entropy()));
        suites.put("json", new JsonConformance(host.json()));
        suites.put("locks", new LocksConformance(host.locks(), host.tasks(), NAME + "/"));
        suites.put("ports", new PortsConformance(ConformanceWorker::line));
        suites.put("tasks", new TasksConformance(host.tasks()));
        suites.put("stores", new StoreConformance(accounts, host, NAME));
        suites.put("IndexedDB", new IndexedDbConformance(host));
        suites.put("accounts", new AccountsConformance(accounts, NAME));
        suites.put("http", new HttpConformance(host.http(), host.tasks(), server));
        return suites;
    }

    private static PortsConformance.Line line() {
        JSArray<JSObject> ends = channel();
        return new PortsConformance.Line(new MessagePortPort(ends.get(0)), new MessagePortPort(ends.get(1)));
    }

    @JSBody(script = "var channel = new MessageChannel(); return [channel.port1, channel.port2];")
    private static native JSArray<JSObject> channel();
}
