package chat.pando.relay;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which part of the relay may know which. */
@AnalyzeClasses(packages = "chat.pando", importOptions = DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule PARTS = layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("start").definedBy("chat.pando.relay")
            .layer("http").definedBy("..relay.http")
            .layer("sync").definedBy("..relay.sync")
            .layer("rooms").definedBy("..relay.rooms")
            .layer("accounts").definedBy("..relay.accounts")
            .layer("keys").definedBy("..relay.keys")
            .layer("events").definedBy("..relay.events")
            .layer("log").definedBy("..relay.log")
            .whereLayer("start").mayNotBeAccessedByAnyLayer()
            .whereLayer("http").mayOnlyBeAccessedByLayers("start")
            .whereLayer("sync").mayOnlyBeAccessedByLayers("http")
            .whereLayer("rooms").mayOnlyBeAccessedByLayers("http", "sync")
            .whereLayer("accounts").mayOnlyBeAccessedByLayers("http", "sync", "rooms")
            .whereLayer("events").mayOnlyBeAccessedByLayers("http", "sync", "rooms");

    @ArchTest
    static final ArchRule NO_CIRCLES = slices().matching("chat.pando.relay.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_HTTP_KNOWS_JAVALIN = noClasses()
            .that().resideOutsideOfPackages("..relay.http", "chat.pando.relay")
            .should().dependOnClassesThat().resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta..");

    @ArchTest
    static final ArchRule NOTHING_OF_THE_CLIENT = noClasses().that().resideInAPackage("chat.pando.relay..")
            .should().dependOnClassesThat().resideInAnyPackage("chat.pando.core..", "chat.pando.json..",
                    "chat.pando.matrix..", "chat.pando.crypto..", "chat.pando.store..", "chat.pando.protocol..");
}
