package no.barometer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages, and what each of them may use. */
class ArchitectureTest {
    private static final String ROOT = "no.barometer";

    /** Package to the packages it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("survey", Set.of("problem")),
            Map.entry("sheet", Set.of("problem")),
            Map.entry("layout", Set.of("sheet", "survey", "problem")),
            Map.entry("warehouse", Set.of("survey", "problem")),
            Map.entry("trend", Set.of("survey", "problem")),
            Map.entry("publish", Set.of("trend", "survey", "problem")),
            Map.entry(
                    "job",
                    Set.of("problem", "survey", "sheet", "layout", "warehouse", "trend", "publish", "configuration")),
            Map.entry("configuration", Set.of("problem", "survey")),
            Map.entry("schedule", Set.of("job", "publish", "configuration")),
            Map.entry("cli", Set.of("job", "schedule", "configuration", "problem", "survey")));

    /** Library to the packages that alone may use it. */
    private static final Map<String, Set<String>> ONLY_IN = libraries();

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static Map<String, Set<String>> libraries() {
        Map<String, Set<String>> libraries = new LinkedHashMap<>();
        libraries.put("org.yaml..", Set.of("survey"));
        libraries.put("com.google.re2j..", Set.of("survey", "layout"));
        libraries.put("org.apache.poi..", Set.of("sheet", "publish"));
        libraries.put("org.dhatim.fastexcel..", Set.of("publish"));
        libraries.put("org.apache.commons.csv..", Set.of("sheet", "publish"));
        libraries.put("com.fasterxml.aalto..", Set.of("sheet"));
        libraries.put("org.springframework.jdbc.core..", Set.of("warehouse"));
        libraries.put("org.flywaydb..", Set.of("warehouse"));
        libraries.put("java.sql..", Set.of("warehouse"));
        // the job opens the pool and tells Spring Batch of its transactions
        libraries.put("org.springframework.jdbc.support..", Set.of("warehouse", "job"));
        libraries.put("org.springframework.transaction..", Set.of("warehouse", "job"));
        libraries.put("com.zaxxer.hikari..", Set.of("warehouse", "job"));
        libraries.put("org.springframework.batch..", Set.of("job"));
        libraries.put("org.springframework.context..", Set.of("job", "schedule"));
        libraries.put("org.springframework.scheduling..", Set.of("schedule"));
        libraries.put("io.micrometer..", Set.of("schedule"));
        libraries.put("org.springframework.mail..", Set.of("job"));
        libraries.put("org.springframework.boot..", Set.of("configuration", "schedule"));
        libraries.put("org.postgresql..", Set.of("warehouse"));
        libraries.put("picocli..", Set.of("cli"));
        libraries.put("gg.jte..", Set.of("publish"));
        return libraries;
    }

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    static Stream<String> usedLibraries() {
        return ONLY_IN.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void usesOnlyThePackagesItMay(String name) {
        String[] others = MAY_USE.keySet().stream()
                .filter(other -> !other.equals(name)
                        && !MAY_USE.getOrDefault(name, Set.of()).contains(other))
                .map(ArchitectureTest::all)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(all(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(with(others, ROOT))
                .check(ALL);
    }

    @ParameterizedTest
    @MethodSource("usedLibraries")
    void staysInItsPackages(String library) {
        String[] home = ONLY_IN.getOrDefault(library, Set.of()).stream()
                .map(ArchitectureTest::all)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(home)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(ALL);
    }

    @Test
    void trendIsPureArithmetic() {
        noClasses()
                .that()
                .resideInAPackage(all("trend"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.nio..", "java.net..", "java.sql..", "javax..", "org.springframework..")
                .check(ALL);
    }

    /** A name server that does not answer would hold up every run. */
    @Test
    void noNameServerIsAsked() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.InetAddress")
                .check(ALL);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ALL);
    }

    @Test
    void everyPackageStandsInTheTable() {
        Set<String> found = ALL.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.split("\\.")[2])
                .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void theEntryUsesOnlyTheCommandLine() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT, all("cli"), "java..", "org.slf4j..", "org.jspecify..")
                .check(ALL);
    }

    @Test
    void noClassIsNamedForNothing() {
        for (String vague : List.of("Util", "Utils", "Helper", "Manager", "Service", "Impl", "Common")) {
            noClasses().should().haveSimpleNameEndingWith(vague).check(ALL);
        }
    }

    private static String all(String name) {
        return ROOT + "." + name + "..";
    }

    private static String[] with(String[] some, String one) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = one;
        return all;
    }
}
