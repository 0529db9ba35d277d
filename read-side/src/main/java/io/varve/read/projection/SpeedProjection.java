package io.varve.read.projection;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.speed.SpeedSettings;
import io.varve.read.speed.SpeedWorkers;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of vehicles to the model of their speeds; apart from their other views, since it takes larger pages. */
public final class SpeedProjection {
    static final String NAME = "vehicle-speed";
    static final List<String> TABLES =
            List.of("speed_part", "speed_hour", "speed_day", "speed_vehicle", "speed_outline");

    private SpeedProjection() {}

    /** @param feed with a page window of its own */
    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            SpeedWorkers workers,
            SpeedSettings speed,
            ProjectionSettings settings) {
        KindProjection.<VehicleEvent>start(
                system,
                role,
                VehicleKind.create(),
                NAME,
                feed,
                share -> new SpeedPageHandler(system, workers.worker(share), speed.tick()),
                settings);
    }
}
