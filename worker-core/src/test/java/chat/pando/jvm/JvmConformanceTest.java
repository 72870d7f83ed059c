package chat.pando.jvm;

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
import chat.pando.host.Host;
import chat.pando.store.CorruptRow;
import chat.pando.store.MemoryAccounts;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ports of the JVM's host keep what their suites promise. */
class JvmConformanceTest {

    private static final Host HOST = JvmHost.create();

    private static ConformanceServer server;

    @BeforeAll
    static void start() {
        server = new ConformanceServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> broadcasts() {
        return tests(new BroadcastsConformance(HOST.broadcasts(), ""));
    }

    @TestFactory
    Stream<DynamicTest> ciphers() {
        return tests(new CipherConformance(HOST.primitives(), HOST.tasks()));
    }

    @TestFactory
    Stream<DynamicTest> batches() {
        return tests(new BatchConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> curves() {
        return tests(new CurveConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> counterMode() {
        return tests(new CounterModeConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> digests() {
        return tests(new DigestConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> keyBytes() {
        return tests(new KeyBytesConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> passphrases() {
        return tests(new PassphraseConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> clock() {
        return tests(new ClockConformance(HOST.clock()));
    }

    @TestFactory
    Stream<DynamicTest> entropy() {
        return tests(new EntropyConformance(HOST.entropy()));
    }

    @TestFactory
    Stream<DynamicTest> http() {
        return tests(new HttpConformance(HOST.http(), HOST.tasks(), server.url()));
    }

    @TestFactory
    Stream<DynamicTest> json() {
        return tests(new JsonConformance(HOST.json()));
    }

    @TestFactory
    Stream<DynamicTest> locks() {
        return tests(new LocksConformance(HOST.locks(), HOST.tasks(), ""));
    }

    @TestFactory
    Stream<DynamicTest> ports() {
        return tests(new PortsConformance(() -> {
            InMemoryPort.Line line = InMemoryPort.line();
            return new PortsConformance.Line(line.core(), line.tab());
        }));
    }

    @TestFactory
    Stream<DynamicTest> refusedKeys() {
        return tests(new RefusedKeysConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> tasks() {
        return tests(new TasksConformance(HOST.tasks()));
    }

    @TestFactory
    Stream<DynamicTest> utf8() {
        return tests(new Utf8Conformance());
    }

    @TestFactory
    Stream<DynamicTest> stores() {
        return tests(new StoreConformance(new MemoryAccounts(), HOST, "memory.example"));
    }

    @TestFactory
    Stream<DynamicTest> sealedTexts() {
        return tests(new SealedTextConformance(HOST.primitives()));
    }

    @TestFactory
    Stream<DynamicTest> sealedStores() {
        return tests(new StoreConformance(
                MemoryAccounts.sealed(HOST, JvmConformanceTest::noCorruption), HOST, "sealed.example"));
    }

    @TestFactory
    Stream<DynamicTest> accounts() {
        return tests(new AccountsConformance(new MemoryAccounts(), "memory.example"));
    }

    @TestFactory
    Stream<DynamicTest> sealedAccounts() {
        return tests(new AccountsConformance(
                MemoryAccounts.sealed(HOST, JvmConformanceTest::noCorruption), "sealed.example"));
    }

    private static void noCorruption(CorruptRow row) {
        throw new AssertionError("corrupt: " + row);
    }

    private static Stream<DynamicTest> tests(Conformance suite) {
        return suite.cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), c.body()::run));
    }
}
