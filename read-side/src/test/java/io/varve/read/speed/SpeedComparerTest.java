package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedComparer.Plans;
import io.varve.read.speed.SpeedReplay.Replayed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A difference that is only there because one of the answers is older is never told. */
class SpeedComparerTest {
    private static final Instant START = Instant.parse("2026-02-16T00:00:00Z");
    private static final SpeedQuery QUERY = new SpeedQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            START,
            START.plus(Duration.ofDays(1)),
            SpeedBucket.HOUR);
    private static final Duration LONG = Duration.ofSeconds(20);

    /** What the replay and the model count at each asking; the last of them from then on. */
    private static final class Script implements Plans {
        private final List<Integer> replays;
        private final List<Integer> models;
        private final List<String> asked = new ArrayList<>();
        private boolean holds = true;

        Script(List<Integer> replays, List<Integer> models) {
            this.replays = new ArrayList<>(replays);
            this.models = new ArrayList<>(models);
        }

        private static int next(List<Integer> counts) {
            return counts.size() > 1 ? counts.remove(0) : counts.get(0);
        }

        @Override
        public CompletionStage<Reading<Replayed>> replay(SpeedQuery query) {
            asked.add("replay");
            return found(new Replayed(report(next(replays)), Map.of("bus", 7L)));
        }

        @Override
        public CompletionStage<Boolean> awaitHeld(Map<String, Long> revisions, Duration maxWait) {
            asked.add("held " + revisions);
            return CompletableFuture.completedFuture(holds);
        }

        @Override
        public CompletionStage<Reading<SpeedReport>> newestModel(SpeedQuery query, Duration maxWait) {
            asked.add("model");
            return found(report(next(models)));
        }
    }

    private static <T> CompletionStage<Reading<T>> found(T row) {
        return CompletableFuture.completedFuture(new Reading.Found<>(row));
    }

    private static SpeedReport report(int signals) {
        var tally = new SpeedTally();
        for (int i = 0; i < signals; i++) {
            tally.add(10 + i, START.plusSeconds(i));
        }
        var stats = tally.stats();
        return SpeedReport.of(QUERY, new TreeMap<>(Map.of(SpeedFold.hourOf(START), stats)), Optional.of(stats));
    }

    private static Reading<SpeedComparison> compared(Script script, Duration maxWait) {
        return new SpeedComparer(script)
                .compare(QUERY, maxWait)
                .toCompletableFuture()
                .join();
    }

    @Test
    void model_isAskedWhenItHoldsWhatWasReplayed() {
        var script = new Script(List.of(3), List.of(3));
        assertThat(compared(script, Duration.ZERO))
                .isEqualTo(new Reading.Found<>(new SpeedComparison(report(3), report(3))));
        assertThat(script.asked).containsExactly("replay", "held {bus=7}", "model");
    }

    @Test
    void both_areAskedAgain_whenSignalsCameInBetween() {
        assertThat(compared(new Script(List.of(3, 5), List.of(4, 5)), LONG))
                .isEqualTo(new Reading.Found<>(new SpeedComparison(report(5), report(5))));
    }

    @Test
    void difference_isTold_whenNothingHasChangedMeanwhile() {
        var script = new Script(List.of(3), List.of(4));
        assertThat(compared(script, LONG)).isEqualTo(new Reading.Found<>(new SpeedComparison(report(4), report(3))));
        assertThat(script.asked).hasSize(6);
    }

    @Test
    void modelThatDoesNotCatchUp_isBehind() {
        var script = new Script(List.of(3), List.of(3));
        script.holds = false;
        assertThat(compared(script, LONG)).isInstanceOf(Reading.Behind.class);
        assertThat(script.asked).doesNotContain("model");
    }

    @Test
    void signalsThatKeepComing_areNoDifference() {
        var script = new Script(List.of(1, 3, 5, 7, 9, 11, 13, 15), List.of(2, 4, 6, 8, 10, 12, 14, 16));
        assertThat(compared(script, Duration.ofMillis(500))).isInstanceOf(Reading.Behind.class);
    }
}
