package io.varve.bench;

import java.util.List;
import java.util.Locale;

/** A figure that has a goal, taken once a round. */
record Judged(String what, Unit unit, List<Double> rounds, Goal goal) {
    static final String HEAD = "| | median | least to most | target | aim | |\n|---|---|---|---|---|---|";

    /** How a value is written. */
    enum Unit {
        RATIO("%.2f", ""),
        MILLIS("%,.0f", " ms"),
        PER_SECOND("%,.0f", " /s");

        private final String format;
        private final String suffix;

        Unit(String format, String suffix) {
            this.format = format;
            this.suffix = suffix;
        }

        private String bare(double value) {
            return String.format(Locale.ROOT, format, value);
        }

        private String show(double value) {
            return bare(value) + suffix;
        }
    }

    /** A row of a Markdown table; the goal is held against the median. */
    String row() {
        Summary summary = Summary.of(rounds);
        return String.format(
                "| %s | %s | %s to %s | %s %s | %s | %s |",
                what,
                unit.show(summary.median()),
                unit.bare(summary.least()),
                unit.bare(summary.most()),
                goal.moreIsBetter() ? "at least" : "at most",
                unit.show(goal.target()),
                goal.hasAim() ? unit.show(goal.aim()) : "",
                goal.verdict(summary.median()));
    }
}
