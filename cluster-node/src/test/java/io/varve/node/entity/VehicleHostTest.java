package io.varve.node.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.SpeedLimit;
import io.varve.node.vehicle.VehicleAnswer;
import io.varve.node.vehicle.VehicleCommand;
import io.varve.node.vehicle.VehicleCommand.Define;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleKind;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.node.vehicle.VehicleRefusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A vehicle and its host: commands that change nothing, and the limits that the kind sets. */
class VehicleHostTest extends HostTests<VehicleCommand> {
    private static final String ID = "bus-7";
    private static final String PERSISTENCE_ID = "vehicle|bus-7";
    private static final VehicleProfile PROFILE = new VehicleProfile("Bus 7", "north", null, null, null);
    /** More than the kind has of everything. */
    private static final EntitySettings AMPLE = settings(10_000, 10_000, 10_000, 10_000);

    VehicleHostTest() {
        super(VehicleKind.create(), ID);
    }

    private static Report report(int... seconds) {
        var sightings = IntStream.of(seconds)
                .mapToObj(second ->
                        new Signal(AT.plusSeconds(second), 38.9, -77.0, null, null, null, null, null, null, Map.of()))
                .map(signal -> new Sighting(signal, List.of(), null))
                .toList();
        return new Report(sightings, true);
    }

    private static Outcome<VehicleAnswer, VehicleRefusal> accepted(
            boolean registered, int accepted, int duplicates, long revision, int... toldSeconds) {
        var told = accepted == 0 || duplicates == 0
                ? null
                : IntStream.of(toldSeconds).mapToObj(AT::plusSeconds).toList();
        return new Outcome.Accepted<>(
                new VehicleAnswer(ID, registered, accepted, duplicates, 0, 0, told), revision, false);
    }

    private void startKnown() {
        start(AMPLE);
        assertThat(ask("define", new Define(PROFILE))).isEqualTo(accepted(true, 0, 0, 1));
    }

    @Test
    void commandThatChangesNothing_isNoWrite_andAnsweredAtTheRevisionThatStands() {
        startKnown();
        assertThat(ask("again", new Define(PROFILE))).isEqualTo(accepted(false, 0, 0, 1));
        assertThat(ask("guarded", 1L, EntityMessage.Command.NEVER_SENT, new Define(PROFILE)))
                .isEqualTo(accepted(false, 0, 0, 1));
        assertThat(gate.writes()).containsExactly(1);
        // The repeat of the first is told what the first was told.
        assertThat(ask("define", new Define(PROFILE)))
                .isEqualTo(accepted(true, 0, 0, 1).repeat());
    }

    @Test
    void vehicleThatIsNotKnown_hasNoRevision() {
        start(AMPLE);
        assertThat(ask("empty", report())).isEqualTo(accepted(false, 0, 0, 0));
        assertThat(ask("stranger", new Report(report(1).sightings(), false)))
                .isEqualTo(new Outcome.Refused<>(VehicleRefusal.VEHICLE_NOT_FOUND, 0, false));
        assertThat(gate.writes()).isEmpty();
    }

    @Test
    void report_thatRegisters_isOneAtomicWrite() {
        start(AMPLE);
        assertThat(ask("r", report(1, 2))).isEqualTo(accepted(true, 2, 0, 2));
        assertThat(gate.writes()).containsExactly(2);
    }

    @Test
    void repeatOfAReport_answersAsTheFirstTime_alsoAfterARestart() {
        startKnown();
        assertThat(ask("r", report(1, 2, 2))).isEqualTo(accepted(false, 2, 1, 2, 1, 2));
        assertThat(ask("known", report(1, 2))).isEqualTo(accepted(false, 0, 2, 3));
        for (int n = 0; n < 2; n++) {
            assertThat(ask("r", report(1, 2, 2)))
                    .isEqualTo(accepted(false, 2, 1, 2, 1, 2).repeat());
            assertThat(ask("known", report(1, 2)))
                    .isEqualTo(accepted(false, 0, 2, 3).repeat());
            restart(AMPLE);
        }
    }

    /** The map is not the device's: a region may have been drawn between the two. */
    @Test
    void repeatOfAReport_isRecognised_whenTheMapHasChanged() {
        startKnown();
        var signal = report(1).sightings().get(0).signal();
        assertThat(ask("r", report(1))).isEqualTo(accepted(false, 1, 0, 2));
        var elsewhere = new Sighting(signal, List.of("downtown"), new SpeedLimit(30, "region:downtown"));
        assertThat(ask("r", new Report(List.of(elsewhere), false)))
                .isEqualTo(accepted(false, 1, 0, 2).repeat());
        assertThat(ask("r", report(2))).isEqualTo(failed(Outcome.Failure.COMMAND_ID_REUSED, 2));
    }

    @Test
    void group_isNoLargerThanTheKindAllows() {
        startKnown();
        gate.close();
        tell("r0", report(0));
        gate.awaitWrites(2);
        for (int n = 1; n <= 20; n++) {
            tell("r" + n, report(n));
        }
        gate.open();
        client.receiveN(21);
        assertThat(gate.writes()).containsExactly(1, 1, 16, 4);
    }

    @Test
    void waitingReports_areBoundedByTheKind() {
        startKnown();
        gate.close();
        tell("r0", report(0));
        gate.awaitWrites(2);
        for (int n = 1; n <= 101; n++) {
            tell("r" + n, report(n));
        }
        assertThat(reply()).isEqualTo(failed(Outcome.Failure.OVERLOADED, 1));
        gate.open();
        client.receiveN(101);
    }

    @Test
    void memoryOfCommands_isBoundedByTheKind() {
        startKnown();
        for (int n = 1; n <= 101; n++) {
            ask("r" + n, report(n));
        }
        // Forgotten as a command; its signal is not.
        assertThat(ask("r1", report(1))).isEqualTo(accepted(false, 0, 1, 103));
        assertThat(ask("r101", report(101)))
                .isEqualTo(accepted(false, 1, 0, 102).repeat());
    }

    @Test
    void snapshot_knowsTheSignals() {
        startKnown();
        for (int n = 1; n <= 500; n++) {
            ask("r" + n, report(n));
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> snapshots.persistedInStorage(PERSISTENCE_ID).size() == 1);
        // What follows can come from the snapshot only.
        stop();
        journal.clearByIdPreservingSeqNumbers(PERSISTENCE_ID);
        start(AMPLE);
        assertThat(ask("old", report(1, 499))).isEqualTo(accepted(false, 0, 2, 502));
        assertThat(ask("new", report(501, 502))).isEqualTo(accepted(false, 2, 0, 503));
    }
}
