package chat.pando.jvm;

import chat.pando.conformance.ClockConformance;
import chat.pando.conformance.Conformance;
import chat.pando.conformance.EntropyConformance;
import chat.pando.conformance.HttpConformance;
import chat.pando.conformance.JsonConformance;
import chat.pando.conformance.LocksConformance;
import chat.pando.conformance.PortsConformance;
import chat.pando.conformance.TasksConformance;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The ports of the JVM's host keep what their suites promise. */
class JvmConformanceTest {

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
    Stream<DynamicTest> clock() {
        return tests(new ClockConformance(new JvmClock()));
    }

    @TestFactory
    Stream<DynamicTest> entropy() {
        return tests(new EntropyConformance(new JvmEntropy()));
    }

    @TestFactory
    Stream<DynamicTest> http() {
        return tests(new HttpConformance(new JvmHttp(), new JvmTasks(), server.url()));
    }

    @TestFactory
    Stream<DynamicTest> json() {
        return tests(new JsonConformance(new NanoJson()));
    }

    @TestFactory
    Stream<DynamicTest> locks() {
        return tests(new LocksConformance(new JvmLocks(), new JvmTasks(), ""));
    }

    @TestFactory
    Stream<DynamicTest> ports() {
        return tests(new PortsConformance(() -> {
            InMemoryPort.Line line = InMemoryPort.line();
            return new PortsConformance.Line(line.core(), line.tab());
        }));
    }

    @TestFactory
    Stream<DynamicTest> tasks() {
        return tests(new TasksConformance(new JvmTasks()));
    }

    private static Stream<DynamicTest> tests(Conformance suite) {
        return suite.cases().stream().map(c -> DynamicTest.dynamicTest(c.name(), c.body()::run));
    }
}
