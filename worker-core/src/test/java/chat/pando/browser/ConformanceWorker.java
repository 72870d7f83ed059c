package chat.pando.browser;

import chat.pando.conformance.AccountsConformance;
import chat.pando.conformance.BatchConformance;
import chat.pando.conformance.BroadcastsConformance;
import chat.pando.conformance.CipherConformance;
import chat.pando.conformance.ClockConformance;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.CounterModeConformance;
import chat.pando.conformance.CurveConformance;
import chat.pando.conformance.DigestConformance;
import chat.pando.conformance.EntropyConformance;
import chat.pando.conformance.HttpConformance;
import chat.pando.conformance.JsonConformance;
import chat.pando.conformance.KeyBytesConformance;
import chat.pando.conformance.LocksConformance;
import chat.pando.conformance.PassphraseConformance;
import chat.pando.conformance.PortsConformance;
import chat.pando.conformance.RefusedKeysConformance;
import chat.pando.conformance.SealedTextConformance;
import chat.pando.conformance.StoreConformance;
import chat.pando.conformance.TasksConformance;
import chat.pando.conformance.Utf8Conformance;
import chat.pando.crypto.vector.Vectors;
import chat.pando.host.Host;
import chat.pando.host.KeyCustody;
import chat.pando.host.Port;
import chat.pando.host.Primitives;
import chat.pando.json.JsonObject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        KeyStorage keys = KeyProbe.find();
        Host host = BrowserHost.create(new WebCryptoPrimitives(new BrowserEntropy(), keys));
        new BrowserPorts().onConnect(port -> port.onMessage(server -> run(host, keys, server, port)));
    }

    private static void run(Host host, KeyStorage keys, String server, Port port) {
        Map<String, Conformance> suites = suites(host, keys, server);
        suites.putAll(wrappedSuites(host, keys));
        suites.putAll(scriptSuites(host, keys));
        suites.putAll(Vectors.suites(host));
        suites.forEach((suite, conformance) -> conformance.cases().forEach(testCase -> {
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

    private static Map<String, Conformance> suites(Host host, KeyStorage keys, String server) {
        IndexedDbAccounts accounts = accounts(host, keys);
        Map<String, Conformance> suites = new LinkedHashMap<>();
        suites.put("sealed texts", new SealedTextConformance(host.primitives()));
        suites.put("batches", new BatchConformance(host.primitives()));
        suites.put("broadcasts", new BroadcastsConformance(host.broadcasts(), NAME + "/"));
        suites.put("ciphers", new CipherConformance(host.primitives(), host.tasks()));
        suites.put("clock", new ClockConformance(host.clock()));
        suites.put("counter mode", new CounterModeConformance(host.primitives()));
        suites.put("curves", new CurveConformance(host.primitives()));
        suites.put("digests", new DigestConformance(host.primitives()));
        suites.put("entropy", new EntropyConformance(host.entropy()));
        suites.put("json", new JsonConformance(host.json()));
        suites.put("key bytes", new KeyBytesConformance(host.primitives()));
        suites.put("key probe", new KeyProbeConformance());
        suites.put("opaque keys", new OpaqueKeysConformance(host.primitives()));
        suites.put("prepared keys", new PreparedKeysConformance());
        suites.put("locks", new LocksConformance(host.locks(), host.tasks(), NAME + "/"));
        suites.put("passphrases", new PassphraseConformance(host.primitives()));
        suites.put("ports", new PortsConformance(ConformanceWorker::line));
        suites.put("refused keys", new RefusedKeysConformance(host.primitives()));
        suites.put("tasks", new TasksConformance(host.tasks()));
        suites.put("stores", new StoreConformance(accounts, host, NAME));
        suites.put("IndexedDB", new IndexedDbConformance(host, keys));
        suites.put("accounts", new AccountsConformance(accounts, NAME));
        suites.put("base64", new Base64Conformance());
        suites.put("UTF-8", new Utf8Conformance());
        suites.put("hashing program", new HashingConformance());
        suites.put("http", new HttpConformance(host.http(), host.tasks(), server));
        return suites;
    }

    /** Again with keys as they are kept where a browser can do less: whatever this one can do. */
    private static Map<String, Conformance> wrappedSuites(Host host, KeyStorage found) {
        Map<String, Conformance> suites = new LinkedHashMap<>();
        for (Set<KeyKind> storable : List.of(EnumSet.of(KeyKind.SEALING), EnumSet.noneOf(KeyKind.class))) {
            if (!storable.isEmpty() && found.custody().equals(Optional.of(KeyCustody.WRAPPED_BESIDE_THEIR_KEY))) {
                continue; // this browser can't store AES keys
            }
            KeyStorage keys = wrapped(storable);
            String kept = ", keys " + keys.custody().orElseThrow();
            Host wrapping = BrowserHost.create(new WebCryptoPrimitives(host.entropy(), keys));
            suites.put("batches" + kept, new BatchConformance(wrapping.primitives()));
            suites.put("ciphers" + kept, new CipherConformance(wrapping.primitives(), wrapping.tasks()));
            suites.put("curves" + kept, new CurveConformance(wrapping.primitives()));
            suites.put("key bytes" + kept, new KeyBytesConformance(wrapping.primitives()));
            suites.put("sealed texts" + kept, new SealedTextConformance(wrapping.primitives()));
            suites.put("stores" + kept, new StoreConformance(accounts(wrapping, keys), wrapping, NAME));
            suites.put("stored keys" + kept, new WrappedKeysConformance(wrapping, keys, NAME));
        }
        return suites;
    }

    /** Again with hashes as they are made where a browser can't run the program that makes them fastest. */
    private static Map<String, Conformance> scriptSuites(Host host, KeyStorage keys) {
        Primitives script = new WebCryptoPrimitives(host.entropy(), keys, new ScriptHashes());
        Map<String, Conformance> suites = new LinkedHashMap<>();
        suites.put("batches, hashes in JavaScript", new BatchConformance(script));
        suites.put("ciphers, hashes in JavaScript", new CipherConformance(script, host.tasks()));
        suites.put("digests, hashes in JavaScript", new DigestConformance(script));
        return suites;
    }

    private static KeyStorage wrapped(Set<KeyKind> storable) {
        try (KeyDatabase database = KeyDatabase.open("conformance-keys/" + storable.size())) {
            return KeyProbe.best(database, storable);
        }
    }

    private static IndexedDbAccounts accounts(Host host, KeyStorage keys) {
        return new IndexedDbAccounts(host, keys, row -> {
            throw new AssertionError("corrupt: " + row);
        });
    }

    private static PortsConformance.Line line() {
        JSArray<JSObject> ends = channel();
        return new PortsConformance.Line(new MessagePortPort(ends.get(0)), new MessagePortPort(ends.get(1)));
    }

    @JSBody(script = "var channel = new MessageChannel(); return [channel.port1, channel.port2];")
    private static native JSArray<JSObject> channel();
}
