package io.varve.read.speed;

import static io.varve.read.speed.SpeedScenario.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.vehicle.Signal;
import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedMoves.Move;
import io.varve.read.speed.SpeedMoves.Report;
import io.varve.read.speed.SpeedMoves.What;
import io.varve.read.table.InMemoryRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Whatever befalls the workers of a share, the model comes to say what a plain calculation says: pages that come again,
 * jump, or fail between two tables; workers that start anew, or go on after another one has taken over; regions that are
 * drawn, redrawn and removed meanwhile, and maps that are out of date.
 */
class SpeedWorkerTest {
    @Provide
    Arbitrary<List<Report>> reports() {
        return SpeedMoves.reports();
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return SpeedMoves.moves();
    }

    @Property(tries = 1_000)
    void model_saysWhatAPlainCalculationSays(
            @ForAll("reports") List<Report> reports, @ForAll("moves") List<Move> moves) {
        var scenario = SpeedScenario.inMemory();
        for (var report : reports) {
            scenario.story.report("v" + report.vehicle(), SpeedScenario.FLEETS.get(report.fleet()), report.signals());
        }
        scenario.story.end();
        scenario.draw("centre", 1, 1, 2);
        scenario.start();

        moves.forEach(scenario::play);
        scenario.settle();

        scenario.assertModelIsRight();
    }

    @Test
    void replayOfEverything_changesNoRow() {
        var tables = new InMemoryRows();
        var scenario = new SpeedScenario(tables, new InMemorySpeedStore(tables));
        for (int n = 0; n < 60; n++) {
            var at = FleetStory.START.plusSeconds(600L * n);
            scenario.story.report(
                    "v" + n % 3, "bus", List.of(FleetStory.signal(at, 1.5, n % 4 + 0.5, 10.0 + n, "C53")));
        }
        scenario.story.end();
        scenario.draw("centre", 0, 0, 2);
        scenario.start();
        scenario.settle();
        var before = tables.dump();

        scenario.saved = 0;
        scenario.start();
        scenario.settle();

        assertThat(tables.dump()).isEqualTo(before);
        scenario.assertModelIsRight();
    }

    /** Six reports from within the centre, one every ten minutes, and no region yet. */
    private static SpeedScenario sixReports() {
        var scenario = SpeedScenario.inMemory();
        for (int n = 0; n < 6; n++) {
            var at = FleetStory.START.plusSeconds(600L * n);
            scenario.story.report("v", "bus", List.of(FleetStory.signal(at, 1.5, 1.5, 10.0 + n, "C53")));
        }
        scenario.story.end();
        scenario.start();
        return scenario;
    }

    @Test
    void pageOfAWorkerThatWasReplaced_isNotDone_sinceItMayNotKnowAnOutlineThatIsFolded() {
        var scenario = sixReports();
        scenario.runner.take(3, 0);
        scenario.draw("centre", 1, 1, 1);
        scenario.play(new Move(What.RESTART, 0, 0));
        scenario.play(new Move(What.TICK, 1, 9));

        // Knows nothing of the centre, and reads on.
        scenario.play(new Move(What.STALE, 2, 0));
        scenario.settle();

        scenario.assertModelIsRight();
    }

    @Test
    void outlineThatAWorkerDoesNotSee_isFoldedAnew() {
        var scenario = sixReports();
        scenario.draw("centre", 1, 1, 1);
        scenario.play(new Move(What.TICK, 1, 9));
        scenario.runner.take(3, 0);

        // The map of before the centre was drawn.
        scenario.play(new Move(What.RESTART_BLINDLY, 0, 0));
        scenario.runner.take(2, 0);
        scenario.play(new Move(What.RESTART, 0, 0));
        scenario.settle();

        scenario.assertModelIsRight();
    }

    @Test
    void hourThatWasAskedFor_isReadAgain_whenItCountsMore() {
        var scenario = sixReports();
        scenario.draw("centre", 1, 1, 1);
        scenario.play(new Move(What.TICK, 1, 9));
        var answers = scenario.answers();
        for (int events = 1; events <= 7; events++) {
            scenario.runner.take(1, 0);
            long signals = events - 1; // The first event is the registration.
            assertThat(found(answers.model(region("centre"), Duration.ZERO))
                            .total()
                            .map(SpeedStats::count))
                    .isEqualTo(signals == 0 ? Optional.empty() : Optional.of(signals));
        }
    }

    @Test
    void outlineThatIsNotFoldedYet_isBehind_andOneThatIsNotDrawnIsAbsent() {
        var scenario = SpeedScenario.inMemory();
        scenario.story.report("v", "bus", List.of(FleetStory.signal(FleetStory.START, 1.5, 1.5, 40.0, null)));
        scenario.start();
        scenario.runner.take(10, 0);
        scenario.draw("centre", 1, 1, 1);
        var answers = scenario.answers();

        assertThat(answers.model(region("centre"), Duration.ofMillis(20))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Reading.Behind<>(0));
        assertThat(answers.model(region("nowhere"), Duration.ofMillis(20))
                        .toCompletableFuture()
                        .join())
                .isEqualTo(new Reading.Absent<>());

        scenario.settle();
        assertThat(found(answers.model(region("centre"), Duration.ZERO)).total())
                .map(SpeedStats::count)
                .contains(1L);
    }

    private static SpeedQuery region(String id) {
        return new SpeedQuery(
                Optional.of(id),
                Optional.empty(),
                Optional.empty(),
                FleetStory.START,
                FleetStory.START.plusSeconds(3_600),
                SpeedBucket.HOUR);
    }

    @Test
    void combination_hasNoModel_butIsReplayed() {
        var scenario = SpeedScenario.inMemory();
        scenario.story.report(
                "v",
                "bus",
                List.of(
                        FleetStory.signal(FleetStory.START, 1.5, 1.5, 40.0, "C53"),
                        FleetStory.signal(FleetStory.START.plusSeconds(1), 1.5, 1.5, 20.0, "D40"),
                        FleetStory.signal(FleetStory.START.plusSeconds(2), 4.5, 1.5, 60.0, "C53")));
        scenario.draw("centre", 1, 1, 1);
        var query = new SpeedQuery(
                Optional.of("centre"),
                Optional.of("C53"),
                Optional.of("bus"),
                FleetStory.START,
                FleetStory.START.plusSeconds(10),
                SpeedBucket.HOUR);

        assertThat(query.hasModel()).isFalse();
        assertThat(found(scenario.answers().replay(query)).total())
                .map(SpeedStats::meanKmh)
                .contains(40.0);
    }

    @Test
    void unknownSpeeds_andImpossibleOnes_countNowhere() {
        var scenario = SpeedScenario.inMemory();
        var signals = new ArrayList<Signal>();
        for (Double speed : new Double[] {null, Double.NaN, -1.0, 1e300, Double.POSITIVE_INFINITY, 30.0}) {
            signals.add(FleetStory.signal(FleetStory.START.plusSeconds(signals.size()), 1.5, 1.5, speed, null));
        }
        scenario.story.report("v", "bus", signals);
        scenario.draw("centre", 1, 1, 1);
        scenario.start();
        scenario.settle();

        assertThat(found(scenario.answers().model(region("centre"), Duration.ZERO))
                        .total())
                .map(SpeedStats::count)
                .contains(1L);
    }
}
