package io.varve.http;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The arrows between the three modules of a process: what each may know of the others, by name. */
class ArchitectureTest {
    private static final String OWN = ArchitectureTest.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .toString();
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location -> !location.contains("-tests.jar")
                    && !location.asURI().toString().contains(OWN))
            .importPackages("io.varve");

    /** Events and what surrounds them in the journal; and what a role is started with. */
    private static final Set<String> READ_KNOWS_OF_NODE = Set.of(
            "io.varve.node.Node",
            // Which journal is in use, and so which feed.
            "io.varve.node.NodeSettings",
            "io.varve.node.NodeSettings$Journal",
            "io.varve.node.Role",
            // How the log of the feed is laid out, and the news of it.
            "io.varve.node.journal.FeedLog",
            "io.varve.node.journal.FeedNews",
            "io.varve.node.journal.FeedRow",
            "io.varve.node.schema.Schema",
            "io.varve.node.entity.EntityKind",
            "io.varve.node.entity.Journaled",
            "io.varve.node.entity.Recorded",
            "io.varve.node.entity.CommandMeta",
            // The mapper: a row keeps postings as the journal does.
            "io.varve.node.entity.Json",
            "io.varve.node.account.AccountKind",
            "io.varve.node.account.AccountEvent",
            "io.varve.node.account.AccountRefusal",
            // Enums that events have; they are named after the commands that bring them.
            "io.varve.node.account.AccountCommand$CreditPurpose",
            "io.varve.node.account.AccountCommand$DebitPurpose",
            "io.varve.node.user.UserCommand$MuteKind",
            "io.varve.node.transfer.TransferKind",
            "io.varve.node.transfer.TransferEvent",
            "io.varve.node.transfer.TransferRefusal",
            "io.varve.node.transfer.TransferStatus",
            "io.varve.node.transfer.TransferStep",
            "io.varve.node.transfer.Posting",
            "io.varve.node.vehicle.VehicleKind",
            "io.varve.node.vehicle.VehicleEvent",
            "io.varve.node.vehicle.VehicleRefusal",
            "io.varve.node.vehicle.VehicleProfile",
            "io.varve.node.vehicle.Signal",
            "io.varve.node.vehicle.SpeedLimit",
            "io.varve.node.region.RegionKind",
            "io.varve.node.region.RegionEvent",
            "io.varve.node.region.RegionRefusal",
            "io.varve.node.region.RegionShape",
            "io.varve.node.route.RouteKind",
            "io.varve.node.route.RouteEvent",
            "io.varve.node.route.RouteRefusal",
            "io.varve.node.user.UserKind",
            "io.varve.node.user.UserEvent",
            "io.varve.node.user.UserRefusal",
            "io.varve.node.user.UserProfile",
            "io.varve.node.user.PushSubscription",
            "io.varve.node.user.NotificationReason",
            "io.varve.node.post.PostKind",
            "io.varve.node.post.PostEvent",
            "io.varve.node.post.PostRefusal",
            "io.varve.node.post.Visibility",
            "io.varve.node.crowd.CrowdKind",
            "io.varve.node.crowd.CrowdEvent",
            "io.varve.node.crowd.CrowdRefusal",
            "io.varve.node.crowd.CrowdRelation");

    /** Doors, what goes in and what comes out. */
    private static final Set<String> HTTP_KNOWS_OF_NODE = Set.of(
            "io.varve.node.Node",
            "io.varve.node.NodeSettings",
            "io.varve.node.Role",
            "io.varve.node.schema.Schema",
            "io.varve.node.entity.Outcome",
            "io.varve.node.account.Accounts",
            "io.varve.node.account.AccountCommand",
            "io.varve.node.account.AccountAnswer",
            "io.varve.node.account.AccountRefusal",
            "io.varve.node.transfer.Transfers",
            "io.varve.node.transfer.TransferCommand",
            "io.varve.node.transfer.TransferAnswer",
            "io.varve.node.transfer.TransferRefusal",
            "io.varve.node.transfer.TransferStatus",
            "io.varve.node.transfer.Posting",
            "io.varve.node.vehicle.Vehicles",
            "io.varve.node.vehicle.VehicleCommand",
            "io.varve.node.vehicle.VehicleAnswer",
            "io.varve.node.vehicle.VehicleRefusal",
            "io.varve.node.vehicle.VehicleProfile",
            "io.varve.node.vehicle.Signal",
            "io.varve.node.vehicle.SpeedLimit",
            "io.varve.node.region.Regions",
            "io.varve.node.region.RegionCommand",
            "io.varve.node.region.RegionAnswer",
            "io.varve.node.region.RegionRefusal",
            "io.varve.node.region.RegionShape",
            "io.varve.node.route.Routes",
            "io.varve.node.route.RouteCommand",
            "io.varve.node.route.RouteAnswer",
            "io.varve.node.route.RouteRefusal",
            "io.varve.node.user.Users",
            "io.varve.node.user.UserCommand",
            "io.varve.node.user.UserAnswer",
            "io.varve.node.user.UserRefusal",
            "io.varve.node.user.UserProfile",
            "io.varve.node.user.PushSubscription",
            "io.varve.node.user.NotificationReason",
            "io.varve.node.post.Posts",
            "io.varve.node.post.PostCommand",
            "io.varve.node.post.PostAnswer",
            // What an answer and a view say of a post.
            "io.varve.node.post.PostEvent$PostHead",
            "io.varve.node.post.PostRefusal",
            "io.varve.node.post.PostText",
            "io.varve.node.post.Visibility",
            "io.varve.node.crowd.Crowds",
            "io.varve.node.crowd.CrowdCommand",
            "io.varve.node.crowd.CrowdAnswer",
            "io.varve.node.crowd.CrowdRefusal",
            "io.varve.node.crowd.CrowdRelation");

    private static final Set<String> HTTP_KNOWS_OF_READ = Set.of(
            "io.varve.read.Views",
            "io.varve.read.Telemetry",
            "io.varve.read.account.AccountView",
            "io.varve.read.account.AccountViews",
            "io.varve.read.entry.EntryView",
            "io.varve.read.entry.EntryViews",
            "io.varve.read.transfer.TransferView",
            "io.varve.read.transfer.TransferViews",
            "io.varve.read.transfer.TimelineStep",
            "io.varve.read.transfer.PostingView",
            "io.varve.read.ledger.CurrencyTotals",
            "io.varve.read.ledger.LedgerTotals",
            "io.varve.read.audit.Audit",
            "io.varve.read.audit.AuditLine",
            "io.varve.read.audit.AuditRequest",
            "io.varve.read.projection.Rebuild",
            "io.varve.read.region.MapKeeper",
            "io.varve.read.region.RegionMap",
            "io.varve.read.region.RegionView",
            "io.varve.read.region.RegionViews",
            "io.varve.read.route.RouteView",
            "io.varve.read.route.RouteViews",
            "io.varve.read.speed.SpeedBucket",
            "io.varve.read.speed.SpeedComparison",
            "io.varve.read.speed.SpeedQuery",
            "io.varve.read.speed.SpeedReport",
            "io.varve.read.speed.SpeedStats",
            "io.varve.read.speed.SpeedViews",
            "io.varve.read.vehicle.InsideView",
            "io.varve.read.vehicle.SignalView",
            "io.varve.read.vehicle.VehicleView",
            "io.varve.read.vehicle.VehicleViews",
            "io.varve.read.vehicle.VehicleEventView",
            "io.varve.read.vehicle.VehicleEventViews",
            "io.varve.read.following.BadPositionException",
            "io.varve.read.live.LiveSignal",
            "io.varve.read.live.LiveVehicles",
            "io.varve.read.track.TrackViews",
            "io.varve.read.code.CodeQuery",
            "io.varve.read.code.CodeSummary",
            "io.varve.read.code.CodeViews",
            "io.varve.read.code.VehicleCode",
            "io.varve.read.user.Bookmark",
            "io.varve.read.user.Mutes",
            "io.varve.read.user.UserView",
            "io.varve.read.user.UserViews",
            "io.varve.read.post.PostKey",
            "io.varve.read.post.PostVersion",
            "io.varve.read.post.PostView",
            "io.varve.read.post.PostViews",
            "io.varve.read.crowd.CrowdMember",
            "io.varve.read.crowd.CrowdViews",
            "io.varve.read.notification.NotificationView",
            "io.varve.read.notification.NotificationViews",
            "io.varve.read.timeline.FeedItem",
            "io.varve.read.timeline.FeedVerification",
            "io.varve.read.timeline.PostItems",
            "io.varve.read.timeline.SocialFeeds",
            "io.varve.read.timeline.Timelines",
            "io.varve.read.timeline.UserMoment",
            "io.varve.read.timeline.UserNews",
            "io.varve.read.timeline.UserPosition",
            "io.varve.read.timeline.UserStreams",
            "io.varve.read.query.Concurrently",
            "io.varve.read.query.BadCursorException",
            "io.varve.read.query.ViewsUnavailableException",
            "io.varve.read.query.Page",
            "io.varve.read.query.PageRequest",
            "io.varve.read.query.Reading");

    @Test
    void packages_haveNoCycles() {
        slices().matching("io.varve.(**)").should().beFreeOfCycles().check(CLASSES);
        assertRed(slices().matching("io.varve.(*)..").should().notDependOnEachOther());
    }

    @Test
    void modules_knowOnlyTheOnesBelow() {
        knowsNothingOf("io.varve.node", "io.varve.read").check(CLASSES);
        knowsNothingOf("io.varve.node", "io.varve.http").check(CLASSES);
        knowsNothingOf("io.varve.read", "io.varve.http").check(CLASSES);
        assertRed(knowsNothingOf("io.varve.http", "io.varve.node"));
    }

    @Test
    void read_knowsEventsOfNode_andNothingThatDecides() {
        knowsOnly("io.varve.read", "io.varve.node", READ_KNOWS_OF_NODE).check(CLASSES);
        assertRed(knowsOnly("io.varve.read", "io.varve.node", Set.of("io.varve.node.Node")));
    }

    @Test
    void http_knowsDoorsCommandsAndAnswersOfNode_andNeitherEventsNorStates() {
        knowsOnly("io.varve.http", "io.varve.node", HTTP_KNOWS_OF_NODE).check(CLASSES);
        assertRed(knowsOnly("io.varve.http", "io.varve.node", Set.of("io.varve.node.Node")));
    }

    @Test
    void http_knowsViewsOfRead_andNeitherTheirTablesNorTheirProjections() {
        knowsOnly("io.varve.http", "io.varve.read", HTTP_KNOWS_OF_READ).check(CLASSES);
        assertRed(knowsOnly("io.varve.http", "io.varve.read", Set.of("io.varve.read.Views")));
    }

    /** The one that {@code Node} hands from the process to the views passes through, unseen. */
    @Test
    void http_knowsNeitherCassandraNorTheJournal() {
        var technology =
                Set.of("org.apache.pekko.persistence", "org.apache.pekko.projection", "org.apache.pekko.cluster");
        for (String name : technology) {
            knowsNothingOf("io.varve.http", name).check(CLASSES);
        }
        callsNothingOf("io.varve.http", "com.datastax").check(CLASSES);
        assertRed(callsNothingOf("io.varve.read", "com.datastax"));
    }

    private static ArchRule knowsNothingOf(String who, String whom) {
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(whom + "..");
    }

    private static ArchRule callsNothingOf(String who, String whom) {
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .accessClassesThat()
                .resideInAPackage(whom + "..");
    }

    private static ArchRule knowsOnly(String who, String whom, Set<String> names) {
        Predicate<JavaClass> unknown = type -> type.getPackageName().startsWith(whom) && !isOrIsWithin(type, names);
        return noClasses()
                .that()
                .resideInAPackage(who + "..")
                .should()
                .dependOnClassesThat(describe("are of " + whom + " and not allowed to it", unknown));
    }

    private static boolean isOrIsWithin(JavaClass type, Set<String> names) {
        return names.contains(type.getName())
                || type.getEnclosingClass()
                        .map(outer -> isOrIsWithin(outer, names))
                        .orElse(false);
    }

    /** A rule that cannot fail proves nothing: its like, with less allowed, must. */
    private static void assertRed(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(CLASSES)).isInstanceOf(AssertionError.class);
    }
}
