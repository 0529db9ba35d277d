package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds of one kind of work, and the line that says what they came to. */
final class Report {
    private final String what;
    private final List<Measured> rounds = new ArrayList<>();

    Report(String what) {
        this.what = what;
    }

    void add(Measured round) {
        rounds.add(round);
        System.out.printf(
                Locale.ROOT,
                "  %-44s %,10.0f /s%s%n",
                what,
                round.perSecond(),
                round.refused() == 0 ? "" : "   REFUSED " + round.refused());
    }

    /** The middle one of the rounds; of an even number, the mean of the two in the middle. */
    double median() {
        double[] sorted =
                rounds.stream().mapToDouble(Measured::perSecond).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private long refused() {
        return rounds.stream().mapToLong(Measured::refused).sum();
    }

    /** A row of a Markdown table. */
    String row() {
        double least = rounds.stream().mapToDouble(Measured::perSecond).min().orElse(0);
        double most = rounds.stream().mapToDouble(Measured::perSecond).max().orElse(0);
        return String.format(
                Locale.ROOT, "| %s | %,.0f /s | %,.0f to %,.0f | %d |", what, median(), least, most, refused());
    }

    /** A row that holds a ratio of two medians against its target. */
    static String ratio(String what, Report dividend, Report divisor, double target) {
        double ratio = dividend.median() / divisor.median();
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | at least %s | %s |",
                what,
                ratio,
                target,
                ratio >= target ? "reached" : "NOT reached");
    }
}
