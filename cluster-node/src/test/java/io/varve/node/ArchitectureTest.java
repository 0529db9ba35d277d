package io.varve.node;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the write side. As plain tests, since surefire passes over rules that are fields. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.varve.node");

    /** One package per kind of entity; a new kind is one line here too. */
    private static final String[] KINDS = {
        "io.varve.node.account..",
        "io.varve.node.transfer..",
        "io.varve.node.vehicle..",
        "io.varve.node.region..",
        "io.varve.node.route..",
        "io.varve.node.user..",
        "io.varve.node.post..",
        "io.varve.node.crowd.."
    };

    @Test
    void packages_haveNoCycles() {
        check(slices().matching("io.varve.node.(*)..").should().beFreeOfCycles());
        // The root package is in no slice: it may use the others, they must not use it.
        check(noClasses()
                .that()
                .resideInAPackage("io.varve.node.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.varve.node"));
    }

    @Test
    void kinds_importNoPekko() {
        check(noClasses()
                .that()
                .resideInAnyPackage(KINDS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko.."));
    }

    @Test
    void kinds_haveNoClockAndNoRandom() {
        check(noClasses()
                .that()
                .resideInAnyPackage(KINDS)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.random.RandomGenerator.class));
    }

    @Test
    void entityHost_knowsNoKind() {
        check(noClasses()
                .that()
                .resideInAPackage("io.varve.node.entity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(KINDS));
    }

    @Test
    void onlyTheTransfer_importsAnotherEntitysProtocol() {
        for (String kind : KINDS) {
            var others =
                    Arrays.stream(KINDS).filter(other -> !other.equals(kind)).toArray(String[]::new);
            if (!kind.equals("io.varve.node.transfer..")) {
                check(noClasses()
                        .that()
                        .resideInAPackage(kind)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others));
            }
        }
        check(classes()
                .that(resideInAnyPackage("io.varve.node.account..")
                        .and(simpleName("AccountCommand")
                                .or(simpleName("CreditPurpose"))
                                .or(simpleName("DebitPurpose"))))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("io.varve.node.account..", "io.varve.node.transfer.."));
        check(noClasses()
                .that()
                .resideInAPackage("io.varve.node.transfer..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.varve.node.account..")
                        .and(simpleName("AccountEvent")
                                .or(simpleName("AccountState"))
                                .or(simpleName("AccountDecider")))));
    }

    @Test
    void onlyTheEntityHostAndTheJournal_knowPekkoPersistence() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.varve.node.entity..", "io.varve.node.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko.persistence.."));
        check(classes()
                .that()
                .resideInAPackage("io.varve.node.entity..")
                .and()
                .haveNameNotMatching(".*\\.(EntityHost|JournalSearch)(\\$.*)?")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackage("org.apache.pekko.persistence.."));
    }

    @Test
    void onlyMain_knowsTheJournal() {
        check(noClasses()
                .that()
                .resideInAPackage("io.varve.node.*..")
                .and()
                .resideOutsideOfPackage("io.varve.node.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.varve.node.journal.."));
    }

    @Test
    void onlySchemaMainAndTheJournal_speakCql() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.varve.node.entity..", "io.varve.node.account..", "io.varve.node.transfer..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.datastax.."));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
