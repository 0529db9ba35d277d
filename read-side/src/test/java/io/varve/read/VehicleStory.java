package io.varve.read;

import io.varve.node.entity.CommandMeta;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The events of a vehicle. Times of signals are in minutes from {@link #START} on. */
public final class VehicleStory {
    /** Just before the end of an hour, a day and a month. */
    public static final Instant START = Instant.parse("2026-03-31T23:30:00Z");

    public static final VehicleProfile PROFILE = new VehicleProfile("Bus 7", "north", "r1", "bus", 80.0);
    public static final double LAT = 52.5;
    public static final double LON = 13.4;
    private static final SpeedLimit LIMIT = new SpeedLimit(30, "region:zone");

    private final String vehicleId;
    private final List<Happened<VehicleEvent>> events = new ArrayList<>();

    public VehicleStory(String vehicleId) {
        this.vehicleId = vehicleId;
    }

    public static VehicleStory registered(String vehicleId) {
        return new VehicleStory(vehicleId).then(new VehicleEvent.Registered(vehicleId, PROFILE, false));
    }

    public List<Happened<VehicleEvent>> events() {
        return events;
    }

    public long revision() {
        return events.size();
    }

    public static Instant minute(double minutes) {
        return START.plusMillis(Math.round(minutes * 60_000));
    }

    /** When an event was recorded, by a clock that jumps back now and then. Not so long ago that it has expired. */
    public static Instant recordedAt(long revision) {
        return RECORDED.plusSeconds(revision % 5 == 0 ? -300 : revision);
    }

    private static final Instant RECORDED =
            Instant.ofEpochMilli(System.currentTimeMillis() / 1_000 * 1_000).minusSeconds(3_600);

    public static Signal signal(double minute, String route, String... codes) {
        return new Signal(
                minute(minute),
                LAT,
                LON + minute / 1_000,
                20 + minute,
                90.0,
                null,
                route,
                null,
                List.of(codes),
                Map.of());
    }

    public VehicleStory signals(boolean newest, List<String> regions, Signal... signals) {
        var recorded = List.of(signals).stream()
                .map(each -> new RecordedSignal(each, regions))
                .toList();
        return then(new VehicleEvent.SignalsRecorded(
                vehicleId, PROFILE.fleet(), recorded, 0, 0, newest ? 0 : signals.length, newest));
    }

    public VehicleStory at(double minute) {
        return signals(true, List.of(), signal(minute, "r1"));
    }

    public VehicleStory late(double minute) {
        return signals(false, List.of(), signal(minute, "r1"));
    }

    public VehicleStory entered(String regionId, double minute) {
        return then(new VehicleEvent.RegionEntered(vehicleId, regionId, minute(minute), LAT, LON));
    }

    public VehicleStory left(String regionId, double enteredMinute, double minute) {
        return then(new VehicleEvent.RegionLeft(
                vehicleId, regionId, minute(minute), LAT, LON, minute(enteredMinute), 60 * (minute - enteredMinute)));
    }

    public VehicleStory raised(String code, double minute, String... regions) {
        return then(new VehicleEvent.CodeRaised(
                vehicleId, code, minute(minute), LAT, LON, PROFILE.fleet(), "r1", List.of(regions)));
    }

    public VehicleStory cleared(String code, double raisedMinute, double minute, String... regions) {
        return then(new VehicleEvent.CodeCleared(
                vehicleId,
                code,
                minute(minute),
                LAT,
                LON,
                PROFILE.fleet(),
                "r1",
                List.of(regions),
                minute(raisedMinute)));
    }

    public VehicleStory changed(VehicleProfile profile) {
        return then(new VehicleEvent.Changed(vehicleId, profile));
    }

    public VehicleStory tooFast(double minute) {
        return then(new VehicleEvent.OverspeedStarted(vehicleId, minute(minute), LAT, LON, 42.5, LIMIT));
    }

    public VehicleStory slowedDown(double startedMinute, double minute) {
        return then(new VehicleEvent.OverspeedEnded(
                vehicleId, minute(minute), LAT, LON, minute(startedMinute), 50.25, LIMIT));
    }

    public VehicleStory duplicates() {
        return then(new VehicleEvent.DuplicatesIgnored(vehicleId, 3, 0));
    }

    /** A vehicle that has seen an event of every type. */
    public static VehicleStory full(String vehicleId) {
        return registered(vehicleId)
                .signals(true, List.of("zone"), signal(0, "r1", "P0301"), signal(1, "r2", "P0301", "P0420"))
                .entered("zone", 0)
                .raised("P0301", 0, "zone")
                .raised("P0420", 1, "zone")
                .tooFast(1)
                .duplicates()
                .late(-1_500)
                .changed(new VehicleProfile("Bus 8", "south", null, null, null))
                .at(40)
                .left("zone", 0, 40)
                .cleared("P0420", 1, 40)
                .slowedDown(1, 40);
    }

    public VehicleStory then(VehicleEvent event) {
        long revision = events.size() + 1;
        var meta = new CommandMeta("command-" + revision, "digest", "tester", recordedAt(revision));
        events.add(new Happened<>(vehicleId, revision, meta, event));
        return this;
    }
}
