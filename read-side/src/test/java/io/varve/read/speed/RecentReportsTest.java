package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.query.Reading;
import io.varve.read.speed.SpeedModel.Modelled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Hours are taken for up to date for 10 ns; time stands still unless the test moves it. */
class RecentReportsTest {
    private static final Instant START = Instant.parse("2026-02-16T00:00:00Z");
    private static final Optional<String> NONE = Optional.empty();
    private static final SpeedQuery QUERY =
            new SpeedQuery(NONE, NONE, NONE, START, START.plusSeconds(3_600), SpeedBucket.HOUR);

    private long now;
    private final RecentReports reports = new RecentReports(Duration.ofNanos(10), () -> now);
    /** What is being made. */
    private final Queue<CompletableFuture<Reading<Modelled>>> making = new ArrayDeque<>();

    private CompletableFuture<Reading<SpeedReport>> ask(Optional<Outline> outline) {
        return reports.get(QUERY, outline, () -> {
                    making.add(new CompletableFuture<>());
                    return making.peek();
                })
                .toCompletableFuture();
    }

    private CompletableFuture<Reading<SpeedReport>> ask() {
        return ask(Optional.empty());
    }

    private static SpeedReport report(SpeedStats stats) {
        return SpeedReport.of(QUERY, new TreeMap<>(Map.of(SpeedFold.hourOf(START), stats)), Optional.of(stats));
    }

    private static SpeedStats stats(double speedKmh) {
        var tally = new SpeedTally();
        tally.add(speedKmh, START);
        return tally.stats();
    }

    private void made(SpeedReport report) {
        making.remove().complete(new Reading.Found<>(new Modelled(report, now)));
    }

    private static SpeedReport found(CompletableFuture<Reading<SpeedReport>> answer) {
        assertThat(answer).isCompleted();
        return ((Reading.Found<SpeedReport>) answer.join()).row();
    }

    @Test
    void freshReport_isGivenOut_withoutMakingAnother() {
        var first = ask();
        assertThat(first).isNotDone();
        var report = report(stats(1));
        made(report);
        assertThat(found(first)).isSameAs(report);
        now = 9;
        assertThat(found(ask())).isSameAs(report);
        assertThat(making).isEmpty();
    }

    @Test
    void staleReport_isMadeAnewOnce_andGivenOutMeanwhile() {
        var old = report(stats(1));
        ask();
        made(old);
        now = 10;
        assertThat(found(ask())).isSameAs(old);
        assertThat(found(ask())).isSameAs(old);
        assertThat(making).hasSize(1);
        var next = report(stats(2));
        made(next);
        assertThat(found(ask())).isSameAs(next);
    }

    @Test
    void oldReport_isNotGivenOut() {
        ask();
        made(report(stats(1)));
        now = 20;
        var asked = ask();
        assertThat(asked).isNotDone();
        var next = report(stats(2));
        made(next);
        assertThat(found(asked)).isSameAs(next);
    }

    @Test
    void reportThatCouldNotBeMade_isMadeByTheNextWhoAsks_andWhenThatIsTooLate_theyHear() {
        var old = report(stats(1));
        ask();
        made(old);
        now = 10;
        ask();
        making.remove().completeExceptionally(new IllegalStateException("no Cassandra"));
        assertThat(found(ask())).isSameAs(old);
        making.remove().completeExceptionally(new IllegalStateException("no Cassandra"));
        now = 20;
        var asked = ask();
        making.remove().completeExceptionally(new IllegalStateException("no Cassandra"));
        assertThat(asked).isCompletedExceptionally();
    }

    @Test
    void sameHours_makeTheSameObject() {
        var stats = stats(1);
        var first = report(stats);
        ask();
        made(first);
        now = 10;
        ask();
        made(report(stats));
        assertThat(found(ask())).isSameAs(first);
        now = 19;
        assertThat(found(ask())).isSameAs(first);
        assertThat(making).isEmpty();
    }

    @Test
    void anotherOutline_isAnotherQuestion() {
        var first = Optional.of(new Outline("centre", 1));
        ask(first);
        made(report(stats(1)));
        assertThat(ask(Optional.of(new Outline("centre", 2)))).isNotDone();
    }
}
