package io.varve.read;

import io.varve.node.Node;
import io.varve.node.Role;
import io.varve.read.feed.EntityJournal;
import io.varve.read.feed.Feeds;
import io.varve.read.projection.AccountProjection;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.projection.PostProjection;
import io.varve.read.projection.ProjectionSettings;
import io.varve.read.projection.PushProjection;
import io.varve.read.projection.RegionProjection;
import io.varve.read.projection.RouteProjection;
import io.varve.read.projection.SpeedProjection;
import io.varve.read.projection.TellingProjection;
import io.varve.read.projection.TransferProjection;
import io.varve.read.projection.UserProjection;
import io.varve.read.projection.VehicleProjection;
import io.varve.read.push.Push;
import io.varve.read.region.MapKeeper;
import io.varve.read.speed.SpeedSettings;
import io.varve.read.speed.SpeedWorkers;
import io.varve.read.table.CassandraRowStore;
import io.varve.read.telling.Telling;
import io.varve.read.timeline.FanOut;
import java.time.Duration;

/** Keeps the views: makes their tables and runs the projections that fill them, and those that tell users. */
public final class ReadRole implements Role {
    public static final String NAME = "read";

    private static final Duration MAP_INTERVAL = Duration.ofMillis(250);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start(Node node) {
        var views = Views.of(node);
        var system = node.system();
        var config = system.settings().config();
        var settings = ProjectionSettings.of(config.getConfig("varve.read"));
        var feed = Feeds.of(node);
        var rows = new CassandraRowStore(node.session());
        AccountProjection.start(system, NAME, feed, rows, views.accounts(), settings);
        TransferProjection.start(system, NAME, feed, rows, views.transfers(), settings);
        RegionProjection.start(system, NAME, feed, rows, views.regions(), settings);
        RouteProjection.start(system, NAME, feed, rows, views.routes(), settings);
        VehicleProjection.start(system, NAME, feed, rows, views.vehicles(), settings);
        UserProjection.start(system, NAME, feed, rows, views.users(), settings);
        // Who is big must be known first.
        var fanOut = FanOut.of(node, rows).toCompletableFuture().join();
        PostProjection.start(system, NAME, feed, rows, fanOut::ofPosts, views.posts(), settings);
        CrowdProjection.start(system, NAME, feed, rows, fanOut::ofCrowds, views.crowds(), settings);
        TellingProjection.start(system, NAME, feed, Telling.of(node), settings);
        Push.of(node, config.getConfig("varve.read.push"))
                .workers(node, views.users(), views.posts())
                .ifPresent(workers -> PushProjection.start(system, NAME, feed, workers, settings));

        var speed = SpeedSettings.of(config.getConfig("varve.read.speed"));
        var maps = new MapKeeper(views.regions(), views.routes(), MAP_INTERVAL);
        // The model must not begin with an empty map.
        maps.start().toCompletableFuture().join();
        system.getWhenTerminated().thenRun(maps::close);
        var workers = new SpeedWorkers(node.session(), rows, maps::current, new EntityJournal(system), speed);
        var largePages = Feeds.of(node, Feeds.settings(node).withPageWindow(speed.pageWindow()));
        SpeedProjection.start(system, NAME, largePages, workers, speed, settings);
    }
}
