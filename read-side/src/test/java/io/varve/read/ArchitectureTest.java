package io.varve.read;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The rules of the read side; each has been seen red. */
@AnalyzeClasses(packages = "io.varve.read", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** What makes up an event, and what a role is given; nothing that decides. */
    private static final Set<String> OF_NODE = Set.of(
            "Node",
            "Role",
            "Schema",
            "EntityKind",
            "Journaled",
            "Recorded",
            "CommandMeta",
            "Json",
            "AccountKind",
            "AccountEvent",
            "CreditPurpose",
            "DebitPurpose",
            "TransferKind",
            "TransferEvent",
            "TransferStatus",
            "TransferStep",
            "TransferRefusal",
            "AccountRefusal",
            "Posting");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching("io.varve.read.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule read_uses_only_events_of_node = noClasses()
            .should()
            .dependOnClassesThat(describe(
                    "are commands, replies, states or deciders",
                    type -> type.getPackageName().startsWith("io.varve.node") && !known(type)));

    @ArchTest
    static final ArchRule only_the_feed_knows_the_journal = noClasses()
            .that()
            .resideOutsideOfPackage("io.varve.read.feed..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.pekko.persistence.cassandra..");

    @ArchTest
    static final ArchRule only_wiring_knows_pekko = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.varve.read.account..",
                    "io.varve.read.entry..",
                    "io.varve.read.transfer..",
                    "io.varve.read.ledger..",
                    "io.varve.read.query..",
                    "io.varve.read.table..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.pekko..");

    private static boolean known(JavaClass type) {
        return OF_NODE.contains(type.getSimpleName())
                || type.getEnclosingClass().map(ArchitectureTest::known).orElse(false)
                // The compiler's table for a switch over an enum.
                || type.getSimpleName().isEmpty();
    }
}
