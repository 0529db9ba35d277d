package io.varve.http.gtfs;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.Position;
import com.google.transit.realtime.GtfsRealtime.TripDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehicleDescriptor;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import io.varve.node.vehicle.Signal;
import io.varve.read.vehicle.SignalView;
import java.time.Duration;
import java.util.List;

/** Positions as the specification of GTFS-Realtime wants them: metres, metres per second, seconds since 1970. */
final class PositionMessages {
    /** How much older than the feed a position may be. */
    static final Duration OLDEST = Duration.ofSeconds(90);

    private static final String VERSION = "2.0";
    private static final double KMH_PER_METER_PER_SECOND = 3.6;
    private static final double METERS_PER_KM = 1_000;

    private PositionMessages() {}

    static FeedMessage message(long timestampSeconds, List<FeedEntity> entities) {
        return FeedMessage.newBuilder()
                .setHeader(FeedHeader.newBuilder()
                        .setGtfsRealtimeVersion(VERSION)
                        .setIncrementality(FeedHeader.Incrementality.FULL_DATASET)
                        .setTimestamp(timestampSeconds))
                .addAllEntity(entities)
                .build();
    }

    /**
     * When the position was measured, as far as it can be believed: not after it arrived, whatever the device's clock
     * said.
     */
    static long measuredSeconds(SignalView seen) {
        var at = seen.signal().at();
        return (at.isAfter(seen.arrivedAt()) ? seen.arrivedAt() : at).getEpochSecond();
    }

    /** @param measuredSeconds the time of the position, which is not after that of the feed */
    static FeedEntity entity(String vehicleId, String label, Signal signal, long measuredSeconds) {
        var vehicle = VehiclePosition.newBuilder()
                .setVehicle(VehicleDescriptor.newBuilder().setId(vehicleId).setLabel(label))
                .setPosition(position(signal))
                .setTimestamp(measuredSeconds);
        if (signal.route() != null || signal.trip() != null) {
            vehicle.setTrip(trip(signal));
        }
        return FeedEntity.newBuilder().setId(vehicleId).setVehicle(vehicle).build();
    }

    private static Position position(Signal signal) {
        var position = Position.newBuilder().setLatitude((float) signal.lat()).setLongitude((float) signal.lon());
        if (signal.bearing() != null) {
            position.setBearing(signal.bearing().floatValue());
        }
        if (signal.odometerKm() != null) {
            position.setOdometer(signal.odometerKm() * METERS_PER_KM);
        }
        if (signal.speedKmh() != null) {
            position.setSpeed((float) (signal.speedKmh() / KMH_PER_METER_PER_SECOND));
        }
        return position.build();
    }

    private static TripDescriptor trip(Signal signal) {
        var trip = TripDescriptor.newBuilder();
        if (signal.trip() != null) {
            trip.setTripId(signal.trip());
        }
        if (signal.route() != null) {
            trip.setRouteId(signal.route());
        }
        return trip.build();
    }
}
