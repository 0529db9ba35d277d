package io.varve.http;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.handleExceptions;
import static org.apache.pekko.http.javadsl.server.Directives.handleRejections;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;

import io.varve.http.account.AccountCommands;
import io.varve.http.account.AccountRoutes;
import io.varve.http.bulk.BulkRoutes;
import io.varve.http.code.CodeRoutes;
import io.varve.http.gtfs.GtfsRoutes;
import io.varve.http.ledger.LedgerRoutes;
import io.varve.http.notification.NotificationRoutes;
import io.varve.http.notification.NotificationTexts;
import io.varve.http.ops.OpsRoutes;
import io.varve.http.pages.PageRoutes;
import io.varve.http.post.CommentRoutes;
import io.varve.http.post.CrowdRoutes;
import io.varve.http.post.HistoryRoutes;
import io.varve.http.post.PostListRoutes;
import io.varve.http.post.PostReader;
import io.varve.http.post.PostRoutes;
import io.varve.http.push.PushRoutes;
import io.varve.http.region.RegionCommands;
import io.varve.http.region.RegionRoutes;
import io.varve.http.route.RouteCommands;
import io.varve.http.route.RouteRoutes;
import io.varve.http.social.CrowdCommands;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.PostCommands;
import io.varve.http.social.UserCommands;
import io.varve.http.social.VisiblePosts;
import io.varve.http.telemetry.SpeedRoutes;
import io.varve.http.timeline.FeedRoutes;
import io.varve.http.timeline.UserStreamRoutes;
import io.varve.http.track.TrackRoutes;
import io.varve.http.tracker.TrackerRoutes;
import io.varve.http.transfer.TransferCommands;
import io.varve.http.transfer.TransferRoutes;
import io.varve.http.user.FollowRoutes;
import io.varve.http.user.KeptPostRoutes;
import io.varve.http.user.UserRoutes;
import io.varve.http.vehicle.KnownVehicles;
import io.varve.http.vehicle.LiveRoutes;
import io.varve.http.vehicle.SignalStreamRoutes;
import io.varve.http.vehicle.VehicleReports;
import io.varve.http.vehicle.VehicleRoutes;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Rejections;
import io.varve.node.Node;
import io.varve.node.Role;
import io.varve.node.account.Accounts;
import io.varve.node.crowd.Crowds;
import io.varve.node.post.Posts;
import io.varve.node.region.Regions;
import io.varve.node.route.Routes;
import io.varve.node.transfer.Transfers;
import io.varve.node.user.Users;
import io.varve.node.vehicle.Vehicles;
import io.varve.read.Telemetry;
import io.varve.read.Views;
import io.varve.read.audit.Audit;
import io.varve.read.live.LiveVehicles;
import io.varve.read.projection.Rebuild;
import io.varve.read.push.Push;
import io.varve.read.region.MapKeeper;
import io.varve.read.timeline.PostItems;
import io.varve.read.timeline.SocialFeeds;
import io.varve.read.timeline.Timelines;
import io.varve.read.timeline.UserStreams;
import java.time.Clock;
import java.time.Duration;
import org.apache.pekko.http.javadsl.Http;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.Materializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP gateway: commands to the entities, queries to the views. */
public final class GatewayRole implements Role {
    private static final Logger LOG = LoggerFactory.getLogger(GatewayRole.class);
    /** How long requests that are underway may go on when the node stops. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration MAP_INTERVAL = Duration.ofMillis(250);

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public void start(Node node) {
        var http = node.settings().http();
        var binding = Http.get(node.system())
                .newServerAt(http.host(), http.port())
                .bind(routes(node))
                .toCompletableFuture()
                .join();
        binding.addToCoordinatedShutdown(GRACE, node.system());
        LOG.info("The gateway listens on http://{}:{}", http.host(), http.port());
    }

    private static Route routes(Node node) {
        var endpoint = new Endpoint(Materializer.matFromSystem(node.system()));
        var views = Views.of(node);
        var maps = new MapKeeper(views.regions(), views.routes(), MAP_INTERVAL);
        // Signals that come before there is a map would be in no region.
        maps.start().toCompletableFuture().join();
        node.system().getWhenTerminated().thenRun(maps::close);
        var money = money(node, endpoint, views);
        var settings = GatewaySettings.of(node.system().settings().config().getConfig("varve.gateway"));
        var reports = new VehicleReports(new Vehicles(node.entities()), maps::current, settings.selfRegistration());
        var telematics = telematics(node, endpoint, views, maps, reports);
        var live = live(node, endpoint, views, settings.liveStreams());
        var trackers = new TrackerRoutes(endpoint, reports, Clock.systemUTC()).route();
        // Made here, once: the suppliers below are asked for each request.
        var ops = new OpsRoutes(endpoint, Audit.of(node), Rebuild.of(node)).route();
        var pages = new PageRoutes().route();
        var social = social(node, endpoint, views, settings.userStreams());
        var all = concat(pathPrefix("v1", () -> concat(money, live, telematics, social, ops)), trackers, pages);
        return handleExceptions(Rejections.exceptions(), () -> handleRejections(Rejections.rejections(), () -> all));
    }

    private static Route money(Node node, Endpoint endpoint, Views views) {
        var accounts = new AccountCommands(new Accounts(node.entities()));
        var transfers = new TransferCommands(new Transfers(node.entities()));
        var transferRoutes = new TransferRoutes(endpoint, transfers, views.transfers());
        return concat(
                new AccountRoutes(endpoint, accounts, views, transferRoutes::ofAccount).route(),
                transferRoutes.route(),
                new LedgerRoutes(endpoint, views.ledger()).route(),
                new BulkRoutes(endpoint, accounts, transfers).route());
    }

    /** Before those of single vehicles: one of its paths looks like theirs. */
    private static Route live(Node node, Endpoint endpoint, Views views, int maxStreams) {
        var vehicles = LiveVehicles.of(node).toCompletableFuture().join();
        return concat(
                new LiveRoutes(endpoint, vehicles, maxStreams).route(),
                new GtfsRoutes(endpoint, vehicles, views.tracks(), Clock.systemUTC()).route());
    }

    private static Route telematics(Node node, Endpoint endpoint, Views views, MapKeeper maps, VehicleReports reports) {
        var clock = Clock.systemUTC();
        var vehicles = new KnownVehicles(views.vehicles());
        var regions = new RegionCommands(new Regions(node.entities()), maps);
        var routes = new RouteCommands(new Routes(node.entities()), maps);
        return concat(
                new VehicleRoutes(endpoint, reports, vehicles, views.vehicleEvents(), clock).route(),
                new SignalStreamRoutes(endpoint, reports, clock).route(),
                new TrackRoutes(endpoint, vehicles, views.tracks()).route(),
                new CodeRoutes(endpoint, vehicles, views.codes(), clock).route(),
                new RegionRoutes(endpoint, regions, views, maps).route(),
                new RouteRoutes(endpoint, routes, views.routes()).route(),
                new SpeedRoutes(endpoint, Telemetry.speeds(node, views, maps), clock).route());
    }

    private static Route social(Node node, Endpoint endpoint, Views views, int maxStreams) {
        var feeds = SocialFeeds.of(node, views.users()).toCompletableFuture().join();
        var items = PostItems.of(node, views.posts(), feeds);
        var timelines = Timelines.of(node, views.users(), views.posts(), views.crowds(), feeds, items)
                .toCompletableFuture()
                .join();
        var streams = UserStreams.of(node, views.crowds(), feeds, items);
        var push = Push.of(node, node.system().settings().config().getConfig("varve.read.push"));
        var commands = new UserCommands(new Users(node.entities()));
        var posts = new PostCommands(new Posts(node.entities()));
        var crowds = new CrowdCommands(new Crowds(node.entities()));
        var users = new KnownUsers(commands);
        var visible = new VisiblePosts(posts, crowds);
        var reader = new PostReader(posts, views.posts(), items, visible);
        var texts = new NotificationTexts(views.users(), items);
        return concat(
                new FeedRoutes(endpoint, users, timelines).route(),
                new UserStreamRoutes(endpoint, users, streams, texts, maxStreams).route(),
                new CrowdRoutes(endpoint, crowds, posts, users, visible, reader, views.crowds()).route(),
                new PostRoutes(endpoint, posts, crowds, users, visible, reader).route(),
                new HistoryRoutes(endpoint, reader, views.posts()).route(),
                new CommentRoutes(endpoint, reader, views.posts()).route(),
                new PostListRoutes(endpoint, users, reader, views.posts()).route(),
                new UserRoutes(endpoint, commands, users, views.users(), push.targets()).route(),
                new PushRoutes(endpoint, push).route(),
                new FollowRoutes(endpoint, users, crowds, views.crowds()).route(),
                new KeptPostRoutes(endpoint, commands, users, visible, posts, reader, views.users()).route(),
                new NotificationRoutes(endpoint, commands, users, views.notifications(), texts).route());
    }
}
