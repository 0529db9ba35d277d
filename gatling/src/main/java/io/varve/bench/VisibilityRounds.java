package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Rounds of visibility at one share of the peak. */
final class VisibilityRounds {
    private final double share;
    private final Goal goal;
    private final List<Visibility.Seen> rounds = new ArrayList<>();

    VisibilityRounds(double share) {
        this.share = share;
        this.goal = goal(share);
    }

    /** The older target was for a quarter of the peak. */
    private static Goal goal(double share) {
        return share <= 0.25 ? Goal.atMost(500) : Goal.atMost(100, 30);
    }

    double share() {
        return share;
    }

    void add(Visibility.Seen seen) {
        rounds.add(seen);
        System.out.printf(
                Locale.ROOT,
                "  visible at %s of the peak: p50 %,.0f ms, p99 %,.0f ms, most %,.0f ms; %,.0f deposits/s, acknowledged in"
                        + " %.1f ms (p50); %d followed, %d of them not seen in time, %d deposits not begun in time%n",
                share,
                seen.p50Millis(),
                seen.p99Millis(),
                seen.maxMillis(),
                seen.depositsPerSecond(),
                seen.acknowledgedP50Millis(),
                seen.probes(),
                seen.notVisible(),
                seen.skipped());
    }

    /** The p99, and what it was measured at. */
    Judged judged() {
        String what = String.format(
                Locale.ROOT,
                "acknowledged to visible, p99, at %,.0f deposits/s (%s of the peak; p50 %,.0f ms)",
                median(Visibility.Seen::depositsPerSecond),
                share,
                median(Visibility.Seen::p50Millis));
        return new Judged(
                what,
                Judged.Unit.MILLIS,
                rounds.stream().map(Visibility.Seen::p99Millis).toList(),
                goal);
    }

    private double median(Function<Visibility.Seen, Double> figure) {
        return Summary.of(rounds.stream().map(figure).toList()).median();
    }
}
