package dev.headrace.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The plan of the house: which module may know which, and what no class may do. */
class ArchitectureTest {

    private static final Pattern MODULE = Pattern.compile("headrace-([a-z]+)(?:-[0-9][^/]*\\.jar|/target/classes)");

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("api", Set.of()),
            Map.entry("json", Set.of()),
            Map.entry("config", Set.of("api")),
            Map.entry("rest", Set.of("api", "json")),
            Map.entry("engine", Set.of("api", "json")),
            Map.entry("sql", Set.of("api")),
            Map.entry("parquet", Set.of()),
            Map.entry("duckdb", Set.of("api", "sql")),
            Map.entry("postgres", Set.of("api", "sql", "parquet")),
            Map.entry("testkit", Set.of("api", "json")),
            Map.entry("cli", Set.of("api", "json", "config", "rest", "engine", "sql", "duckdb", "postgres")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.headrace");

    private static final DescribedPredicate<JavaClass> CLI =
            DescribedPredicate.describe("of the command line", c -> module(c).equals("cli"));

    @Test
    void seesEveryModule() {
        Set<String> modules = new TreeSet<>();
        CLASSES.forEach(c -> modules.add(module(c)));
        assertThat(modules).isEqualTo(new TreeSet<>(MAY_KNOW.keySet()));
    }

    @Test
    void modulesKnowOnlyWhatTheyMay() {
        Set<String> violations = new TreeSet<>();
        CLASSES.forEach(from -> from.getDirectDependenciesFromSelf().forEach(dependency -> {
            JavaClass to = dependency.getTargetClass().getBaseComponentType();
            if (to.getPackageName().startsWith("dev.headrace") && !mayKnow(module(from), module(to))) {
                violations.add(from.getName() + " -> " + to.getName());
            }
        }));
        assertThat(violations).isEmpty();
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.headrace.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Base)(\\$.*)?")
                .check(CLASSES);
    }

    @Test
    void onlySleepersSleep() {
        noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(dev.headrace.Sleeper.class)))
                .should()
                .callMethodWhere(DescribedPredicate.describe("Thread.sleep", ArchitectureTest::isThreadSleep))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineLogsToOrPrintsOnTheTerminal() {
        noClasses()
                .that(DescribedPredicate.not(CLI))
                .and()
                .resideOutsideOfPackage("dev.headrace.testkit.destination..") // contract tests print their seeds
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void whatUsersCallShowsNoTypesOfLibraries() {
        Set<String> shown = new TreeSet<>();
        CLASSES.stream()
                .filter(c ->
                        Set.of("api", "rest", "engine", "duckdb", "postgres").contains(module(c)))
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(c -> c.getCodeUnits().stream())
                .filter(ArchitectureTest::isCallable)
                .forEach(unit -> signature(unit)
                        .filter(ArchitectureTest::isForeign)
                        .forEach(type -> shown.add(unit.getFullName() + " shows " + type.getName())));
        assertThat(shown).isEmpty();
    }

    private static java.util.stream.Stream<JavaClass> signature(JavaCodeUnit unit) {
        return java.util.stream.Stream.concat(
                java.util.stream.Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static boolean isCallable(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static boolean isForeign(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return !name.isEmpty() && !name.startsWith("java.") && !name.startsWith("dev.headrace");
    }

    private static boolean isThreadSleep(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Thread.class)
                && access.getTarget().getName().equals("sleep");
    }

    private static boolean mayKnow(String from, String to) {
        return from.equals(to) || MAY_KNOW.getOrDefault(from, Set.of()).contains(to);
    }

    private static String module(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        if (outermost.getSource().isEmpty()) {
            outermost = CLASSES.get(outermost.getName());
        }
        Matcher matcher =
                MODULE.matcher(outermost.getSource().orElseThrow().getUri().toString());
        assertThat(matcher.find()).as(outermost.getName()).isTrue();
        return matcher.group(1);
    }
}
