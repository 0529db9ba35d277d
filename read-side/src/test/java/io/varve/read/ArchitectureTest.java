package io.varve.read;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rules of the read side, as plain tests: surefire runs no rules that are fields, and does not say so. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.varve.read");

    private static final String TELLING = "io.varve.read.telling..";

    /** What makes up an event, and what a role is given; nothing that decides. */
    private static final Set<String> OF_NODE = Set.of(
            "FeedLog",
            "FeedNews",
            "FeedRow",
            "Node",
            "NodeSettings",
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
            "Posting",
            "VehicleKind",
            "VehicleEvent",
            "VehicleProfile",
            "Signal",
            "SpeedLimit",
            "RegionKind",
            "RegionEvent",
            "RegionShape",
            "RouteKind",
            "RouteEvent",
            "UserKind",
            "UserEvent",
            "UserProfile",
            "PushSubscription",
            "NotificationReason",
            "MuteKind",
            "PostKind",
            "PostEvent",
            "Visibility",
            "CrowdKind",
            "CrowdEvent",
            "CrowdRelation");

    /** What telling needs besides: it asks entities, and sends them commands. */
    private static final Set<String> OF_NODE_FOR_TELLING = Set.of(
            "Entities",
            "Outcome",
            "Users",
            "UserCommand",
            "UserAnswer",
            "UserRefusal",
            "Posts",
            "PostCommand",
            "PostAnswer",
            "PostRefusal",
            "Crowds",
            "CrowdCommand",
            "CrowdAnswer",
            "CrowdRefusal");

    @Test
    void packages_haveNoCycles() {
        check(slices().matching("io.varve.read.(*)..").should().beFreeOfCycles());
    }

    @Test
    void read_usesOnlyEventsOfNode() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(TELLING)
                .should()
                .dependOnClassesThat(describe(
                        "are commands, replies, states or deciders", type -> ofNode(type) && !isOneOf(OF_NODE, type))));
    }

    @Test
    void telling_usesDoorsToo_butNothingThatDecides() {
        check(noClasses()
                .that()
                .resideInAPackage(TELLING)
                .should()
                .dependOnClassesThat(describe(
                        "are states or deciders, or what is no business of telling",
                        type -> ofNode(type) && !isOneOf(OF_NODE, type) && !isOneOf(OF_NODE_FOR_TELLING, type))));
    }

    @Test
    void onlyTheFeed_knowsTheJournal() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.varve.read.feed..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko.persistence.cassandra.."));
    }

    @Test
    void onlyTheWiring_knowsPekko() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "io.varve.read.account..",
                        "io.varve.read.entry..",
                        "io.varve.read.transfer..",
                        "io.varve.read.ledger..",
                        "io.varve.read.region..",
                        "io.varve.read.route..",
                        "io.varve.read.vehicle..",
                        "io.varve.read.track..",
                        "io.varve.read.code..",
                        "io.varve.read.crowd..",
                        "io.varve.read.post..",
                        "io.varve.read.user..",
                        "io.varve.read.notification..",
                        TELLING,
                        "io.varve.read.query..",
                        "io.varve.read.table..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.pekko.."));
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static boolean ofNode(JavaClass type) {
        return type.getPackageName().startsWith("io.varve.node");
    }

    private static boolean isOneOf(Set<String> names, JavaClass type) {
        return names.contains(type.getSimpleName())
                || type.getEnclosingClass().map(outer -> isOneOf(names, outer)).orElse(false)
                // The compiler's table for a switch over an enum.
                || type.getSimpleName().isEmpty();
    }
}
