// SPDX-License-Identifier: LicenseRef-Rotable
package rotable.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The arrows between the modules, and what the pure ones may not touch. Each rule is run twice: on
/// the program, which keeps it, and on a known offender, which must trip it.
class ArchitectureTest {
    private static final String[] CORE = {
        "..rotable.identity..", "..rotable.part..", "..rotable.people..", "..rotable.fact..",
        "..rotable.journal..", "..rotable.reference..", "..rotable.unit..", "..rotable.release..",
        "..rotable.decision..", "..rotable.scan..", "..rotable.record..", "..rotable.words..",
        "..rotable.exchange..", "..rotable.identify.."
    };

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("rotable");

    private static final Map<String, ArchRule> RULES =
            Map.of(
                    "TellsTheTime",
                    noClasses()
                            .that()
                            .resideInAnyPackage(CORE)
                            .should()
                            .callMethod(java.time.Instant.class, "now")
                            .orShould()
                            .callMethod(System.class, "currentTimeMillis")
                            .orShould()
                            .callMethod(System.class, "nanoTime"),
                    "UsesADatabase",
                    noClasses()
                            .that()
                            .resideInAnyPackage(CORE)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "java.sql..",
                                    "javax.sql..",
                                    "javafx..",
                                    "org.slf4j..",
                                    "java.util.concurrent..",
                                    "java.util.logging.."),
                    "KnowsTheStore",
                    noClasses()
                            .that()
                            .resideInAnyPackage("..rotable.ui..", "..rotable.reports..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "rotable.store..", "rotable.sync..", "rotable.app.."),
                    "KnowsTheBench",
                    noClasses()
                            .that()
                            .resideInAnyPackage(
                                    "..rotable.store..", "..rotable.scanner..", "..rotable.sync..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "rotable.bench..",
                                    "rotable.ui..",
                                    "rotable.reports..",
                                    "rotable.app..",
                                    "rotable.identify.."),
                    "StartsAThread",
                    noClasses()
                            .that()
                            .resideOutsideOfPackage("rotable.app..")
                            .should()
                            .callMethod(Thread.class, "ofVirtual")
                            .orShould()
                            .callConstructor(Thread.class, Runnable.class)
                            .orShould()
                            .dependOnClassesThat()
                            .haveFullyQualifiedName("java.util.concurrent.Executors"),
                    "UtilHelper",
                    noClasses()
                            .should()
                            .haveSimpleNameEndingWith("Impl")
                            .orShould()
                            .haveSimpleNameEndingWith("Manager")
                            .orShould()
                            .haveSimpleNameEndingWith("Helper")
                            .orShould()
                            .haveSimpleNameEndingWith("Util"));

    @TestFactory
    Stream<DynamicTest> the_program_keeps_each_rule() {
        assertTrue(PROGRAM.size() > 200, "the program was not found");
        return RULES.entrySet().stream()
                .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> r.getValue().check(PROGRAM)));
    }

    @TestFactory
    Stream<DynamicTest> each_rule_trips_over_its_offender() {
        var offenders = new ClassFileImporter().importPackages("offenders");
        return RULES.entrySet().stream()
                .map(
                        r ->
                                DynamicTest.dynamicTest(
                                        r.getKey(),
                                        () -> {
                                            var report =
                                                    r.getValue()
                                                            .evaluate(offenders)
                                                            .getFailureReport()
                                                            .toString();
                                            assertFalse(report.isEmpty(), "not noticed");
                                            assertTrue(report.contains(r.getKey()), report);
                                        }));
    }
}
