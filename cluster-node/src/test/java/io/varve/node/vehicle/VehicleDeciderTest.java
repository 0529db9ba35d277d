package io.varve.node.vehicle;

import static io.varve.node.vehicle.Sightings.ID;
import static io.varve.node.vehicle.Sightings.PROFILE;
import static io.varve.node.vehicle.Sightings.REGISTERED;
import static io.varve.node.vehicle.Sightings.at;
import static io.varve.node.vehicle.Sightings.given;
import static io.varve.node.vehicle.Sightings.kept;
import static io.varve.node.vehicle.Sightings.recorded;
import static io.varve.node.vehicle.Sightings.report;
import static io.varve.node.vehicle.Sightings.seen;
import static io.varve.node.vehicle.Sightings.signal;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.vehicle.VehicleCommand.Define;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleEvent.Changed;
import io.varve.node.vehicle.VehicleEvent.DuplicatesIgnored;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a vehicle is and which of its signals are recorded; what they change is in {@link TransitionsTest}. */
class VehicleDeciderTest {
    private static final VehicleProfile ON_A_ROUTE = new VehicleProfile("Bus 7", "south", "C53", null, 80.0);

    private static VehicleAnswer answer(boolean registered, int accepted, int duplicates, int late, int tooOld) {
        return new VehicleAnswer(ID, registered, accepted, duplicates, late, tooOld);
    }

    /** The answer to a report of which only those of some seconds were new. */
    private static VehicleAnswer answer(int duplicates, int late, int tooOld, double... recorded) {
        var times = Arrays.stream(recorded).mapToObj(Sightings::at).toList();
        return new VehicleAnswer(ID, false, times.size(), duplicates, late, tooOld, times);
    }

    private static SignalsRecorded recordedWith(int duplicates, int late, boolean newest, Signal... signals) {
        return new SignalsRecorded(
                ID,
                "north",
                Stream.of(signals).map(signal -> kept(seen(signal))).toList(),
                duplicates,
                0,
                late,
                newest);
    }

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(given(), given(REGISTERED), given(REGISTERED, recorded(seen(0))));
        var commands = List.of(
                new Define(PROFILE),
                report(seen(1)),
                new Report(List.of(seen(1)), false),
                new Report(List.of(), false));
        return stages.stream().flatMap(stage -> commands.stream().map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyStageAndCommand_answers(
            DeciderSpec<VehicleCommand, VehicleEvent, VehicleState, VehicleAnswer, VehicleRefusal> stage,
            VehicleCommand command) {
        assertThat(stage.when(command).answer().vehicleId()).isEqualTo(ID);
    }

    @Test
    void define_registers_aVehicleThatIsNotKnown() {
        var then = given().when(new Define(PROFILE)).then(REGISTERED);
        assertThat(then.answer()).isEqualTo(answer(true, 0, 0, 0, 0));
    }

    @Test
    void define_changesTheProfile_ofAKnownVehicle() {
        var then = given(REGISTERED, recorded(seen(0), seen(1)))
                .when(new Define(ON_A_ROUTE))
                .then(new Changed(ID, ON_A_ROUTE));
        assertThat(then.answer()).isEqualTo(answer(false, 0, 0, 0, 0));
        // It still knows its signals.
        given(REGISTERED, recorded(seen(0), seen(1)), new Changed(ID, ON_A_ROUTE))
                .when(report(seen(0)))
                .then(new DuplicatesIgnored(ID, 1, 0));
    }

    @Test
    void define_isNoEvent_whenNothingChanges() {
        var stage = given(REGISTERED);
        stage.when(new Define(PROFILE)).thenNothing();
        // The answer to the define before was that it registered the vehicle.
        assertThat(new VehicleDecider().unchanged(stage.state(), new Define(PROFILE)))
                .isEqualTo(answer(false, 0, 0, 0, 0));
    }

    @Test
    void report_ofAnUnknownVehicle_registersItInTheSameWrite_whenItMay() {
        var byItself = new Registered(ID, new VehicleProfile(ID, "unassigned", null, null, null), true);
        var then = given().when(report(seen(0), seen(1)));
        assertThat(then.answer()).isEqualTo(answer(true, 2, 0, 0, 0));
        then.then(List.of(
                byItself, new SignalsRecorded(ID, "unassigned", List.of(kept(seen(0)), kept(seen(1))), 0, 0, 0, true)));
        var later = given(byItself, recorded(seen(0), seen(1))).when(report(seen(2)));
        assertThat(later.answer()).isEqualTo(answer(false, 1, 0, 0, 0));
    }

    @Test
    void report_ofAnUnknownVehicle_isRefusedWithoutTrace_whenItMayNotRegister() {
        given().when(new Report(List.of(seen(0)), false)).thenRefusedWithoutTrace(VehicleRefusal.VEHICLE_NOT_FOUND);
    }

    @Test
    void emptyReport_isNoEvent_andRegistersNothing() {
        given().when(report()).thenNothing();
        given(REGISTERED).when(report()).thenNothing();
    }

    @Test
    void signals_areRecordedByTime_eachOnce() {
        var then = given(REGISTERED).when(report(seen(2), seen(0), seen(2), seen(1)));
        then.then(recordedWith(1, 0, true, signal(0), signal(1), signal(2)));
        assertThat(then.answer()).isEqualTo(answer(1, 0, 0, 0, 1, 2));
    }

    @Test
    void ofTwoSignalsOfOneMoment_theFirstThatCameIsRecorded() {
        var first = Sightings.speed(1, 10);
        given(REGISTERED)
                .when(report(seen(first), seen(Sightings.speed(1, 20))))
                .then(recordedWith(1, 0, true, first));
        given(REGISTERED, recorded(seen(first)))
                .when(report(seen(Sightings.speed(1, 20))))
                .then(new DuplicatesIgnored(ID, 1, 0));
    }

    @Test
    void moment_isToTheMillisecond() {
        given(REGISTERED, recorded(seen(1)))
                .when(report(seen(1.001), seen(1.002)))
                .then(recorded(seen(1.001), seen(1.002)));
        given(REGISTERED, recorded(seen(1.001))).when(report(seen(1.001))).then(new DuplicatesIgnored(ID, 1, 0));
        var finer = new Signal(at(1).plusNanos(1_999_999), 38.9, -77.0, null, null, null, null, null, null, Map.of());
        assertThat(finer.at()).isEqualTo(at(1.001));
    }

    /** Answers are remembered, and must not grow with the reports. */
    @Test
    void answer_tellsWhichSignalsWereNew_onlyOfReportsOfAHundred() {
        var many = IntStream.rangeClosed(0, VehicleAnswer.MAX_TOLD)
                .mapToObj(Sightings::seen)
                .toArray(VehicleCommand.Sighting[]::new);
        var stage = given(REGISTERED, recorded(seen(0)));
        assertThat(stage.when(report(many)).answer()).isEqualTo(answer(false, VehicleAnswer.MAX_TOLD, 1, 0, 0));
        var fewer = Arrays.copyOf(many, VehicleAnswer.MAX_TOLD);
        assertThat(stage.when(report(fewer)).answer().recordedAt()).hasSize(VehicleAnswer.MAX_TOLD - 1);
    }

    @Test
    void lateSignals_areRecorded_counted_andNotTheNewest() {
        var stage = given(REGISTERED, recorded(seen(10)));
        stage.when(report(seen(5), seen(7))).then(recordedWith(0, 2, false, signal(5), signal(7)));
        var mixed = stage.when(report(seen(11), seen(5), seen(10)));
        mixed.then(recordedWith(1, 1, true, signal(5), signal(11)));
        assertThat(mixed.answer()).isEqualTo(answer(1, 1, 0, 5, 11));
    }

    @Test
    void lateSignals_doNotMoveTheNewestBack() {
        given(REGISTERED, recorded(seen(10)), recordedWith(0, 1, false, signal(5)))
                .when(report(seen(7)))
                .then(recordedWith(0, 1, false, signal(7)));
    }

    @Test
    void duplicates_areAnEvent_soThatTheirAnswerCanBeGivenAgain() {
        var then = given(REGISTERED, recorded(seen(0), seen(1))).when(report(seen(0), seen(1), seen(1)));
        then.then(new DuplicatesIgnored(ID, 3, 0));
        assertThat(then.answer()).isEqualTo(answer(false, 0, 3, 0, 0));
    }

    @Test
    void signal_hasTheRouteOfTheVehicle_unlessItSaysItsOwn() {
        var own = signal(1).on("D80");
        var then = given(new Registered(ID, ON_A_ROUTE, false)).when(report(seen(0), seen(own)));
        then.then(new SignalsRecorded(
                ID, "south", List.of(kept(seen(signal(0).on("C53"))), kept(seen(own))), 0, 0, 0, true));
    }

    @Test
    void signalsBeforeTheRememberedDays_areTooOld() {
        var days = IntStream.range(0, SeenTimes.MAX_DAYS + 1)
                .mapToObj(day -> seen(86_400.0 * day))
                .toArray(VehicleCommand.Sighting[]::new);
        var stage = given(REGISTERED, recorded(days));
        var then = stage.when(report(seen(0), seen(1), seen(86_401), seen(86_400)));
        assertThat(then.answer()).isEqualTo(answer(1, 1, 2, 86_401));
        var nothing = stage.when(report(seen(0)));
        nothing.then(new DuplicatesIgnored(ID, 0, 1));
        assertThat(nothing.answer()).isEqualTo(answer(false, 0, 0, 0, 1));
    }

    @Test
    void oldSignals_areAccepted_whileNothingIsForgotten() {
        var longAgo = new Signal(
                Instant.EPOCH.minus(Duration.ofDays(1)), 38.9, -77.0, null, null, null, null, null, null, Map.of());
        given(REGISTERED, recorded(seen(0))).when(report(seen(longAgo))).then(recordedWith(0, 1, false, longAgo));
    }
}
