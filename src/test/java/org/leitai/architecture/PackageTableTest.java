package org.leitai.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package table of the design, as data. Change it on purpose, with a reason. */
class PackageTableTest {

    private static final String ROOT = "org.leitai.";

    /** package → the packages that it may use besides itself. */
    private static final Map<String, Set<String>> TABLE = table();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.leitai");

    private static Map<String, Set<String>> table() {
        var table = new LinkedHashMap<String, Set<String>>();
        table.put("kernel", Set.of());
        table.put("web", Set.of("kernel"));
        table.put("live", Set.of("kernel", "web"));
        table.put("audit", Set.of("kernel", "web"));
        table.put("staff", Set.of("kernel", "web", "audit"));
        table.put("bank", Set.of("kernel", "web", "staff", "audit"));
        table.put("marking", Set.of("kernel", "bank"));
        table.put("roster", Set.of("kernel", "web", "staff", "audit"));
        table.put("contest", Set.of("kernel", "web", "staff", "audit", "bank", "marking", "roster"));
        table.put("leaderboard", Set.of("kernel", "web", "roster", "contest"));
        table.put(
                "attempt",
                Set.of("kernel", "web", "audit", "staff", "bank", "marking", "roster", "contest", "leaderboard"));
        table.put(
                "report",
                Set.of(
                        "kernel",
                        "web",
                        "audit",
                        "staff",
                        "bank",
                        "marking",
                        "roster",
                        "contest",
                        "leaderboard",
                        "attempt"));
        // A final asks questions of the bank, is run by staff, and is shown by live; what a seat fills in is compared
        // with the key as marking compares it. Its teams may be the best units of a preliminary, so it reads rounds and
        // their boards. None of these knows of finals.
        table.put(
                "finals",
                Set.of("kernel", "web", "audit", "staff", "bank", "live", "marking", "contest", "leaderboard"));
        // The demo data of a plain start is made of a bank, units, a contest, a final and a first account.
        table.put("embedded", Set.of("kernel", "web", "staff", "bank", "roster", "contest", "finals"));
        return table;
    }

    @Test
    void everyPackageStandsInTheTable() {
        assertThat(TABLE.keySet()).containsAll(packages());
    }

    @Test
    void noPackageUsesWhatTheTableDoesNotAllow() {
        List<String> violations = CLASSES.stream()
                .flatMap(PackageTableTest::violationsOf)
                .distinct()
                .sorted()
                .toList();
        assertThat(violations).isEmpty();
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageSaysWhyItExists() {
        Set<String> documented = CLASSES.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .map(PackageTableTest::feature)
                .collect(Collectors.toSet());
        assertThat(documented).containsAll(packages());
    }

    private static Set<String> packages() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT))
                .map(PackageTableTest::feature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> violationsOf(JavaClass type) {
        String from = feature(type);
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .filter(target -> target.getPackageName().startsWith(ROOT))
                .map(PackageTableTest::feature)
                .filter(to ->
                        !to.equals(from) && !TABLE.getOrDefault(from, Set.of()).contains(to))
                .map(to -> from + " must not use " + to + " (" + type.getName() + ")");
    }

    private static String feature(JavaClass type) {
        return type.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }
}
