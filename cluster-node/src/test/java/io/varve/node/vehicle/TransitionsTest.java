package io.varve.node.vehicle;

import static io.varve.node.vehicle.Sightings.ID;
import static io.varve.node.vehicle.Sightings.LAT;
import static io.varve.node.vehicle.Sightings.LON;
import static io.varve.node.vehicle.Sightings.REGISTERED;
import static io.varve.node.vehicle.Sightings.THIRTY;
import static io.varve.node.vehicle.Sightings.at;
import static io.varve.node.vehicle.Sightings.codes;
import static io.varve.node.vehicle.Sightings.given;
import static io.varve.node.vehicle.Sightings.kept;
import static io.varve.node.vehicle.Sightings.limited;
import static io.varve.node.vehicle.Sightings.recorded;
import static io.varve.node.vehicle.Sightings.report;
import static io.varve.node.vehicle.Sightings.seen;
import static io.varve.node.vehicle.Sightings.signal;
import static io.varve.node.vehicle.Sightings.speed;

import io.varve.node.vehicle.VehicleEvent.CodeCleared;
import io.varve.node.vehicle.VehicleEvent.CodeRaised;
import io.varve.node.vehicle.VehicleEvent.OverspeedEnded;
import io.varve.node.vehicle.VehicleEvent.OverspeedStarted;
import io.varve.node.vehicle.VehicleEvent.RegionEntered;
import io.varve.node.vehicle.VehicleEvent.RegionLeft;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What signals make happen to a vehicle: regions, codes, overspeed. */
class TransitionsTest {
    private static RegionEntered entered(String region, double second) {
        return new RegionEntered(ID, region, at(second), LAT, LON);
    }

    private static RegionLeft left(String region, double second, double enteredSecond) {
        return new RegionLeft(ID, region, at(second), LAT, LON, at(enteredSecond), second - enteredSecond);
    }

    private static CodeRaised raised(String code, double second) {
        return new CodeRaised(ID, code, at(second), LAT, LON, "north", null, List.of());
    }

    private static CodeCleared cleared(String code, double second, double raisedSecond) {
        return new CodeCleared(ID, code, at(second), LAT, LON, "north", null, List.of(), at(raisedSecond));
    }

    private static OverspeedStarted started(double second, double speedKmh, SpeedLimit limit) {
        return new OverspeedStarted(ID, at(second), LAT, LON, speedKmh, limit);
    }

    private static OverspeedEnded ended(double second, double startedSecond, double maxSpeedKmh, SpeedLimit limit) {
        return new OverspeedEnded(ID, at(second), LAT, LON, at(startedSecond), maxSpeedKmh, limit);
    }

    private static SignalsRecorded late(Signal signal, String... regions) {
        var recorded = new VehicleEvent.RecordedSignal(signal, List.of(regions));
        return new SignalsRecorded(ID, "north", List.of(recorded), 0, 0, 1, false);
    }

    @Test
    void vehicle_entersAndLeavesRegions_andItsDwellTimeIsTold() {
        var in = seen(1, "downtown", "harbour");
        var through = seen(4.5, "harbour");
        given(REGISTERED)
                .when(report(seen(0), in, through, seen(9)))
                .then(List.of(
                        recorded(seen(0), in, through, seen(9)),
                        entered("downtown", 1),
                        entered("harbour", 1),
                        left("downtown", 4.5, 1),
                        left("harbour", 9, 1)));
    }

    @Test
    void dwellTime_goesOverReports() {
        var in = seen(1, "downtown");
        given(REGISTERED, recorded(in), entered("downtown", 1))
                .when(report(seen(3_601.5)))
                .then(List.of(recorded(seen(3_601.5)), left("downtown", 3_601.5, 1)));
    }

    @Test
    void lateSignals_changeNothing_ofRegionsCodesAndSpeed() {
        var late = new Signal(at(5), LAT, LON, 99.0, null, null, null, null, List.of("P0301"), null);
        given(REGISTERED, recorded(seen(10, "downtown")), entered("downtown", 10))
                .when(report(new VehicleCommand.Sighting(late, List.of("harbour"), THIRTY)))
                .then(late(late, "harbour"));
    }

    @Test
    void ofAReport_onlyWhatIsNewer_changesAnything() {
        var late = seen(5, "harbour");
        var newer = seen(11, "downtown");
        given(REGISTERED, recorded(seen(10)))
                .when(report(newer, late))
                .then(List.of(
                        new SignalsRecorded(ID, "north", List.of(kept(late), kept(newer)), 0, 0, 1, true),
                        entered("downtown", 11)));
    }

    @Test
    void codes_areRaisedAndCleared() {
        var two = seen(codes(1, "P0301", "P0420"));
        var one = seen(codes(2, "P0420"));
        given(REGISTERED)
                .when(report(seen(codes(0)), two, one, seen(codes(3))))
                .then(List.of(
                        recorded(seen(codes(0)), two, one, seen(codes(3))),
                        raised("P0301", 1),
                        raised("P0420", 1),
                        cleared("P0301", 2, 1),
                        cleared("P0420", 3, 1)));
    }

    @Test
    void codes_stayActive_whenTheDeviceDoesNotTell() {
        given(REGISTERED, recorded(seen(codes(0, "P0301"))), raised("P0301", 0))
                .when(report(seen(signal(1)), seen(codes(2, "P0301"))))
                .then(recorded(seen(signal(1)), seen(codes(2, "P0301"))));
    }

    @Test
    void code_thatASignalNamesTwice_isRaisedOnce() {
        var twice = seen(codes(0, "P0301", "P0301"));
        given(REGISTERED).when(report(twice)).then(List.of(recorded(twice), raised("P0301", 0)));
    }

    @Test
    void codes_sayWhereAndOnWhichRoute() {
        var profile = new VehicleProfile("Bus 7", "north", "C53", null, null);
        var sighting = new VehicleCommand.Sighting(codes(0, "P0301").on("C53"), List.of("downtown"), null);
        given(new Registered(ID, profile, false))
                .when(report(new VehicleCommand.Sighting(codes(0, "P0301"), List.of("downtown"), null)))
                .then(List.of(
                        recorded(sighting),
                        entered("downtown", 0),
                        new CodeRaised(ID, "P0301", at(0), LAT, LON, "north", "C53", List.of("downtown"))));
    }

    @Test
    void overspeed_startsAboveTheLimit_andEndsAtIt() {
        var signals = List.of(
                limited(speed(0, 30), THIRTY),
                limited(speed(1, 31), THIRTY),
                limited(speed(2, 45), THIRTY),
                limited(speed(3, 30), THIRTY));
        given(REGISTERED)
                .when(new VehicleCommand.Report(signals, true))
                .then(List.of(
                        recorded(signals.toArray(VehicleCommand.Sighting[]::new)),
                        started(1, 31, THIRTY),
                        ended(3, 1, 45, THIRTY)));
    }

    @Test
    void overspeed_remembersItsHighestSpeed_overReports() {
        var fast = limited(speed(1, 31), THIRTY);
        var faster = limited(speed(2, 50), THIRTY);
        var slower = limited(speed(3, 40), THIRTY);
        var slow = limited(speed(9, 20), THIRTY);
        given(REGISTERED, recorded(limited(speed(0, 80), null), fast, faster), started(1, 31, THIRTY), recorded(slower))
                .when(report(slow))
                .then(List.of(recorded(slow), ended(9, 1, 50, THIRTY)));
        given(REGISTERED, recorded(fast), started(1, 31, THIRTY), recorded(faster), recorded(slower))
                .when(report(slow))
                .then(List.of(recorded(slow), ended(9, 1, 50, THIRTY)));
    }

    @Test
    void overspeed_goesOn_whenTheDeviceDoesNotKnowItsSpeed() {
        given(REGISTERED, recorded(limited(speed(1, 31), THIRTY)), started(1, 31, THIRTY))
                .when(report(limited(signal(2), THIRTY)))
                .then(recorded(seen(2)));
    }

    @Test
    void overspeed_ends_whereNoLimitIsInForce() {
        var free = seen(speed(2, 90));
        given(REGISTERED, recorded(limited(speed(1, 31), THIRTY)), started(1, 31, THIRTY))
                .when(report(free))
                .then(List.of(recorded(free), ended(2, 1, 31, THIRTY)));
    }

    @Test
    void limitInForce_isTheStrictest_ofTheVehiclesAndTheMaps() {
        var ownLimit = new VehicleProfile("Bus 7", "north", null, null, 25.0);
        var own = new SpeedLimit(25, "vehicle");
        var vehicle = new Registered(ID, ownLimit, false);
        for (SpeedLimit ofTheMap : new SpeedLimit[] {null, THIRTY}) {
            var fast = limited(speed(0, 28), ofTheMap);
            given(vehicle).when(report(fast)).then(List.of(recorded(fast), started(0, 28, own)));
        }
        var twenty = new SpeedLimit(20, "route:C53");
        var fast = limited(speed(0, 28), twenty);
        given(vehicle).when(report(fast)).then(List.of(recorded(fast), started(0, 28, twenty)));
    }
}
