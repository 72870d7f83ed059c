package chat.pando;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what in the core: arrows run downward only, and one package alone knows the browser. */
@AnalyzeClasses(packages = "chat.pando", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "chat.pando.json..",
        "chat.pando.protocol..",
        "chat.pando.host..",
        "chat.pando.crypto..",
        "chat.pando.matrix..",
        "chat.pando.store..",
        "chat.pando.machine..",
        "chat.pando.channel..",
        "chat.pando.sync..",
        "chat.pando.core.."
    };

    @ArchTest
    static final ArchRule arrowsRunDownward = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("browser").definedBy("chat.pando.browser..")
            .layer("jvm").definedBy("chat.pando.jvm..")
            .layer("core").definedBy("chat.pando.core..")
            .layer("machine").definedBy("chat.pando.machine..")
            .layer("channel").definedBy("chat.pando.channel..")
            .layer("sync").definedBy("chat.pando.sync..")
            .layer("store").definedBy("chat.pando.store..")
            .layer("crypto").definedBy("chat.pando.crypto..")
            .layer("matrix").definedBy("chat.pando.matrix..")
            .layer("host").definedBy("chat.pando.host..")
            .layer("protocol").definedBy("chat.pando.protocol..")
            .whereLayer("browser").mayNotBeAccessedByAnyLayer()
            .whereLayer("jvm").mayNotBeAccessedByAnyLayer()
            .whereLayer("core").mayOnlyBeAccessedByLayers("browser")
            .whereLayer("machine").mayOnlyBeAccessedByLayers("core")
            .whereLayer("channel").mayOnlyBeAccessedByLayers("core")
            .whereLayer("sync").mayOnlyBeAccessedByLayers("core")
            .whereLayer("store").mayOnlyBeAccessedByLayers("browser", "core", "machine", "channel", "sync")
            .whereLayer("crypto").mayOnlyBeAccessedByLayers("core", "machine", "channel", "store")
            .whereLayer("matrix").mayOnlyBeAccessedByLayers("core", "machine", "channel", "sync", "store")
            .whereLayer("protocol").mayOnlyBeAccessedByLayers("core");

    @ArchTest
    static final ArchRule jsonStandsOnNothing = classes()
            .that().resideInAPackage("chat.pando.json..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "chat.pando.json..");

    @ArchTest
    static final ArchRule protocolStandsOnJson = classes()
            .that().resideInAPackage("chat.pando.protocol..")
            .should().onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "chat.pando.json..", "chat.pando.protocol..");

    @ArchTest
    static final ArchRule hostStandsOnJson = classes()
            .that().resideInAPackage("chat.pando.host..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "chat.pando.json..", "chat.pando.host..");

    @ArchTest
    static final ArchRule onlyTheBrowsersHostKnowsTheBrowser = noClasses()
            .that().resideOutsideOfPackage("chat.pando.browser..")
            .should().dependOnClassesThat().resideInAnyPackage("org.teavm..");

    @ArchTest
    static final ArchRule whatIsPureStandsOnJavaAlone = classes()
            .that().resideInAnyPackage(PURE)
            .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "chat.pando..");

    /** The browser has its own, or none: what is pure reaches them through {@code host}. */
    @ArchTest
    static final ArchRule whatIsPureReachesNoPlatform = noClasses()
            .that().resideInAnyPackage(PURE)
            .should().dependOnClassesThat().resideInAnyPackage(
                    "java.net..", "java.nio.file..", "java.security..", "javax.crypto..",
                    "java.util.concurrent..", "java.time..", "java.lang.reflect..");

    @ArchTest
    static final ArchRule timeAndChanceComeFromTheHost = noClasses()
            .that().resideInAnyPackage(PURE)
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(Thread.class, "sleep", long.class)
            .orShould().dependOnClassesThat().areAssignableTo(java.util.Random.class);

    /** TeaVM's takes nothing but the space for blank: a message of line breaks would be sent. */
    @ArchTest
    static final ArchRule blankIsAskedOfStrip = noClasses()
            .that().resideInAnyPackage(PURE)
            .should().callMethod(String.class, "isBlank");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("chat.pando.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothingIsLoggedPastTheHost = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
}
