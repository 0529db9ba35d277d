package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rounds of one kind of work on one system, and the line that says what they came to. */
final class Series {
    static final String HEAD = "| per second | median | least to most | refused |\n|---|---|---|---|";

    private final String what;
    private final List<Measured> rounds = new ArrayList<>();

    Series(String what) {
        this.what = what;
    }

    void add(Measured round) {
        rounds.add(round);
        System.out.printf(
                Locale.ROOT,
                "  %-50s %,10.0f /s%s%n",
                what,
                round.perSecond(),
                round.refused() == 0 ? "" : "   REFUSED " + round.refused());
    }

    boolean isEmpty() {
        return rounds.isEmpty();
    }

    double median() {
        return summary().median();
    }

    /**
     * This to that, round by round: the two turns of a round are neighbours in time, so a machine that drifts from round
     * to round does not matter.
     */
    List<Double> ratiosTo(Series divisor) {
        if (divisor.rounds.size() != rounds.size()) {
            throw new IllegalArgumentException("not as many rounds of " + what + " as of " + divisor.what);
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i).perSecond() / divisor.rounds.get(i).perSecond());
        }
        return ratios;
    }

    /** A row of a Markdown table. */
    String row() {
        Summary summary = summary();
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f to %,.0f | %d |",
                what,
                summary.median(),
                summary.least(),
                summary.most(),
                rounds.stream().mapToLong(Measured::refused).sum());
    }

    private Summary summary() {
        return Summary.of(rounds.stream().map(Measured::perSecond).toList());
    }
}
