package io.varve.read;

import io.varve.node.Node;
import io.varve.read.feed.EntityJournal;
import io.varve.read.region.MapKeeper;
import io.varve.read.speed.SpeedSettings;
import io.varve.read.speed.SpeedViews;
import io.varve.read.speed.SpeedWorkers;

/** Questions about what vehicles have measured, for which views alone are not enough. */
public final class Telemetry {
    private Telemetry() {}

    /**
     * The speeds, for a process whatever its roles.
     *
     * @param views of the node
     * @param maps which outline a region has
     */
    public static SpeedViews speeds(Node node, Views views, MapKeeper maps) {
        var system = node.system();
        return SpeedWorkers.views(
                node.session(),
                maps::current,
                views.vehicles(),
                views.tracks(),
                new EntityJournal(system),
                SpeedSettings.of(system.settings().config().getConfig("varve.read.speed")));
    }
}
