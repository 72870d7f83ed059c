package chat.pando.crypto.vector;

import chat.pando.jvm.JvmHost;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published vectors, on the JVM's host. */
class VectorsTest {

    @TestFactory
    Stream<DynamicTest> vectors() {
        return Vectors.suites(JvmHost.create()).entrySet().stream().flatMap(suite -> suite.getValue().cases().stream()
                .map(c -> DynamicTest.dynamicTest(suite.getKey() + ": " + c.name(), c.body()::run)));
    }
}
