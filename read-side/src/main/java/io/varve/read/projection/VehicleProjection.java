package io.varve.read.projection;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleKind;
import io.varve.read.code.CodeReportHandler;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import io.varve.read.track.TrackHandler;
import io.varve.read.vehicle.VehicleCodeHandler;
import io.varve.read.vehicle.VehicleEventHandler;
import io.varve.read.vehicle.VehicleRegionHandler;
import io.varve.read.vehicle.VehicleViewHandler;
import io.varve.read.vehicle.VehicleViews;
import java.time.Duration;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of vehicles to their latest state, events, tracks and codes. */
public final class VehicleProjection {
    private VehicleProjection() {}

    /** @param retention how long tracks are kept; zero for ever */
    public static KindViews<VehicleEvent> views(Duration retention) {
        return new KindViews<>(
                List.of(
                        new VehicleRegionHandler(),
                        new VehicleCodeHandler(),
                        new VehicleEventHandler(),
                        new TrackHandler(retention),
                        new CodeReportHandler()),
                List.of(new VehicleViewHandler()),
                List.of(
                        VehicleRegionHandler.TABLE,
                        VehicleRegionHandler.BY_REGION_TABLE,
                        VehicleCodeHandler.TABLE,
                        VehicleEventHandler.TABLE,
                        VehicleEventHandler.MONTHS_TABLE,
                        TrackHandler.TABLE,
                        TrackHandler.DAYS_TABLE,
                        CodeReportHandler.TABLE,
                        CodeReportHandler.HOURS_TABLE,
                        CodeReportHandler.VEHICLE_HOURS_TABLE,
                        VehicleViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            VehicleViews vehicles,
            ProjectionSettings settings) {
        KindProjection.start(
                system,
                role,
                VehicleKind.create(),
                views(settings.retention()),
                feed,
                rows,
                vehicles::revision,
                settings);
    }
}
