package io.varve.http.gtfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.transit.realtime.GtfsRealtime.FeedEntity;
import com.google.transit.realtime.GtfsRealtime.FeedHeader;
import com.google.transit.realtime.GtfsRealtime.FeedMessage;
import com.google.transit.realtime.GtfsRealtime.VehiclePosition;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The rules of the specification, one by one. */
class CurrentPositionsTest {
    private static final Instant START = Instant.parse("2026-02-16T15:58:00.250Z");

    private final SortedMap<String, VehicleView> vehicles = new TreeMap<>();
    private Instant now = START;
    private final CurrentPositions positions = new CurrentPositions(vehicles::values, new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private void seen(String id, Signal signal, Instant arrivedAt) {
        vehicles.put(
                id,
                new VehicleView(
                        id,
                        new VehicleProfile("Bus " + id, "city", null, null, null),
                        Optional.of(new SignalView(signal, List.of(), "city", arrivedAt)),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        false,
                        2,
                        arrivedAt));
    }

    private void seen(String id, Instant at) {
        seen(id, new Signal(at, 38.9, -77, null, null, null, null, null, null, Map.of()), at);
    }

    private FeedMessage message() {
        return positions.message();
    }

    private static long timestamp(FeedMessage message) {
        return message.getHeader().getTimestamp();
    }

    @Test
    void header_saysVersionAndThatItIsEverything() {
        var header = message().getHeader();
        assertThat(header.getGtfsRealtimeVersion()).isEqualTo("2.0");
        assertThat(header.getIncrementality()).isEqualTo(FeedHeader.Incrementality.FULL_DATASET);
        assertThat(header.getTimestamp()).isEqualTo(START.getEpochSecond());
    }

    @Test
    void signal_isInMetersAndMetersPerSecond() {
        var at = START.minusSeconds(5);
        seen("b", new Signal(at, 38.92353, -77.05198, 36.0, 119.0, 184_332.4, "C53", "t1", null, Map.of()), at);
        seen("a", at);

        var found = message().getEntityList();

        assertThat(found).extracting(FeedEntity::getId).containsExactly("a", "b");
        VehiclePosition bare = found.get(0).getVehicle();
        assertThat(bare.hasTrip()).isFalse();
        assertThat(bare.getPosition().hasSpeed()).isFalse();
        assertThat(bare.getPosition().hasBearing()).isFalse();
        assertThat(bare.getPosition().hasOdometer()).isFalse();
        VehiclePosition full = found.get(1).getVehicle();
        assertThat(full.getPosition().getSpeed()).isEqualTo(10f);
        assertThat(full.getPosition().getBearing()).isEqualTo(119f);
        assertThat(full.getPosition().getOdometer()).isEqualTo(184_332_400d);
        assertThat(full.getPosition().getLatitude()).isEqualTo(38.92353f);
        assertThat(full.getPosition().getLongitude()).isEqualTo(-77.05198f);
        assertThat(full.getTrip().getRouteId()).isEqualTo("C53");
        assertThat(full.getTrip().getTripId()).isEqualTo("t1");
        assertThat(full.getVehicle().getId()).isEqualTo("b");
        assertThat(full.getVehicle().getLabel()).isEqualTo("Bus b");
        assertThat(full.getTimestamp()).isEqualTo(at.getEpochSecond());
    }

    @Test
    void position_isLeftOut_whenItIsOlderThan90Seconds() {
        seen("old", START.minusSeconds(90));
        assertThat(message().getEntityCount()).isEqualTo(1);

        now = START.plusSeconds(1);

        assertThat(message().getEntityCount()).isZero();
    }

    @Test
    void position_isNeverLaterThanTheFeed_whateverTheClocksSay() {
        seen("device-ahead", new Signal(START.plusSeconds(600), 1, 1, null, null, null, null, null, null, null), START);
        seen("node-ahead", START.plusSeconds(600));

        assertThat(message().getEntityList())
                .hasSize(2)
                .allSatisfy(
                        entity -> assertThat(entity.getVehicle().getTimestamp()).isEqualTo(START.getEpochSecond()));
    }

    @Test
    void sameContent_keepsItsTimestamp_andOtherContentHasALaterOne() {
        seen("a", START);
        var first = message();
        now = START.plusSeconds(10);
        assertThat(message()).isSameAs(first);

        now = START.plusSeconds(11);
        seen("a", now);

        assertThat(timestamp(message())).isEqualTo(START.getEpochSecond() + 11);
    }

    @Test
    void oneTimestamp_standsForOneContent_alsoWithinASecond() {
        seen("a", START);
        var first = message();
        now = START.plusMillis(300);
        seen("a", now);
        seen("b", now);

        assertThat(message()).isSameAs(first);

        now = START.plusSeconds(1);
        assertThat(message().getEntityCount()).isEqualTo(2);
        assertThat(timestamp(message())).isGreaterThan(timestamp(first));
    }

    @Test
    void timestamp_neverGoesBack_thoughTheClockDoes() {
        seen("a", START);
        long before = timestamp(message());
        now = START.minusSeconds(30);
        seen("b", now);

        assertThat(timestamp(message())).isEqualTo(before);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> message().getEntityCount() == 2);
        assertThat(timestamp(message())).isGreaterThan(before);
    }
}
