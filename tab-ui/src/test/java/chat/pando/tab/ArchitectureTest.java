package chat.pando.tab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import chat.pando.browser.BrowserJson;
import chat.pando.host.JsonSyntaxException;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What may know what in a tab. */
@AnalyzeClasses(packages = "chat.pando.tab", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> THE_CORES_INSIDES = new DescribedPredicate<>(
            "the core's insides") {
        @Override
        public boolean test(JavaClass type) {
            String pack = type.getPackageName();
            return pack.startsWith("chat.pando.")
                    && !pack.startsWith("chat.pando.tab")
                    && !pack.equals("chat.pando.protocol")
                    && !pack.equals("chat.pando.json")
                    && !type.isEquivalentTo(BrowserJson.class)
                    && !type.isEquivalentTo(JsonSyntaxException.class);
        }
    };

    @ArchTest
    static final ArchRule tabKnowsOfTheCoreOnlyItsProtocolAndTheBrowsersJson =
            noClasses().should().dependOnClassesThat(THE_CORES_INSIDES);

    @ArchTest
    static final ArchRule modelIsPure = noClasses()
            .that().resideInAPackage("chat.pando.tab.model")
            .should().dependOnClassesThat().resideInAnyPackage(
                    "org.teavm..", "chat.pando.browser..", "chat.pando.tab", "chat.pando.tab.view",
                    "chat.pando.tab.link", "chat.pando.tab.page");

    @ArchTest
    static final ArchRule linkLogicIsPure = classes()
            .that().resideInAPackage("chat.pando.tab.link").and().haveSimpleNameNotStartingWith("Browser")
            .and().areTopLevelClasses()
            .should().onlyDependOnClassesThat().resideInAnyPackage(
                    "java..", "chat.pando.json", "chat.pando.protocol", "chat.pando.tab.link");

    @ArchTest
    static final ArchRule viewKnowsNoLine = noClasses()
            .that().resideInAPackage("chat.pando.tab.view")
            .should().dependOnClassesThat().resideInAnyPackage("chat.pando.tab", "chat.pando.tab.link");

    @ArchTest
    static final ArchRule onlyWhatIsInThePageKnowsTheBrowser = noClasses()
            .that().resideOutsideOfPackages("chat.pando.tab.view", "chat.pando.tab.page", "chat.pando.tab.link")
            .and().doNotHaveSimpleName("Tab")
            .should().dependOnClassesThat().resideInAPackage("org.teavm..");

    /** TeaVM's takes nothing but the space for blank: a message of line breaks would be sent. */
    @ArchTest
    static final ArchRule blankIsAskedOfStrip = noClasses()
            .that().resideInAPackage("chat.pando.tab..")
            .should().callMethod(String.class, "isBlank");

    @ArchTest
    static final ArchRule noCycles = slices().matching("chat.pando.tab.(*)..").should().beFreeOfCycles();
}
