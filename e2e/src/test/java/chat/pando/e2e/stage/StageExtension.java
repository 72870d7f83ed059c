package chat.pando.e2e.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chat.pando.e2e.setting.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a stage of its own, checks the laws when it ends, and saves the evidence when it fails. */
public final class StageExtension implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(StageExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        House house = context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent(House.class, key -> build(), House.class);
        return context.getStore(NAMESPACE).getOrComputeIfAbsent(Stage.class, key -> new Stage(house), Stage.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        Stage stage = context.getStore(NAMESPACE).get(Stage.class, Stage.class);
        if (stage == null) {
            return;
        }
        try {
            if (context.getExecutionException().isEmpty()) {
                assertEquals(List.of(), stage.brokenLaws());
            }
        } catch (AssertionError e) {
            stage.saveEvidence(evidence(context));
            throw e;
        }
        if (context.getExecutionException().isPresent()) {
            stage.saveEvidence(evidence(context));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Stage stage = context.getStore(NAMESPACE).remove(Stage.class, Stage.class);
        if (stage != null) {
            stage.close();
        }
    }

    private static Path evidence(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName() + "." + context.getRequiredTestMethod().getName();
        return Settings.target().resolve("failures").resolve(test);
    }

    private static House build() {
        try {
            return new House(Settings.ground());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
