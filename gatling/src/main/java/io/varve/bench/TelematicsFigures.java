package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The figures of a run about vehicles: what was counted, the ratios, and whether they are as they should be. */
final class TelematicsFigures {
    private static final double MICROS_PER_MILLI = 1e3;

    final Series batches = new Series("signals in batches of 100 of one vehicle, Varve");
    final Series peerBatches = new Series("signals in batches of 100 of one vehicle, peer");
    final Series streams = new Series("signals of mixed vehicles by NDJSON, Varve");
    final Series averages = new Series("region averages over the day, Varve");
    final Series peerAverages = new Series("region averages over the day, peer");
    final Delays fewWeek;
    final Delays manyWeek;
    final Delays live = new Delays("accepted signal to live event");

    /** Rounds of how long something took. */
    static final class Delays {
        private final String what;
        private final List<Double> p50Millis = new ArrayList<>();
        private final List<Double> p95Millis = new ArrayList<>();
        private final List<Double> p99Millis = new ArrayList<>();

        private Delays(String what) {
            this.what = what;
        }

        void add(Histogram micros) {
            p50Millis.add(micros.getValueAtPercentile(50) / MICROS_PER_MILLI);
            p95Millis.add(micros.getValueAtPercentile(95) / MICROS_PER_MILLI);
            p99Millis.add(micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
            System.out.printf(
                    Locale.ROOT,
                    "  %-50s p50 %,.1f ms, p95 %,.1f ms, p99 %,.1f ms, of %,d%n",
                    what,
                    last(p50Millis),
                    last(p95Millis),
                    last(p99Millis),
                    micros.getTotalCount());
        }

        private static double last(List<Double> rounds) {
            return rounds.get(rounds.size() - 1);
        }

        private boolean isEmpty() {
            return p50Millis.isEmpty();
        }

        private String title(String percentile) {
            return String.format(
                    Locale.ROOT,
                    "%s, %s (p50 %,.1f ms)",
                    what,
                    percentile,
                    Summary.of(p50Millis).median());
        }
    }

    TelematicsFigures(long fewSignals, long manySignals) {
        fewWeek = new Delays(String.format(Locale.ROOT, "a region's week by the model, %,d signals", fewSignals));
        manyWeek = new Delays(String.format(Locale.ROOT, "a region's week by the model, %,d signals", manySignals));
    }

    /** The tables, as Markdown; of what was not measured there is no row. */
    String tables() {
        List<String> lines = new ArrayList<>(List.of(Judged.HEAD));
        judged().forEach(figure -> lines.add(figure.row()));
        lines.addAll(List.of("", Series.HEAD));
        for (Series series : List.of(batches, peerBatches, streams, averages, peerAverages)) {
            if (!series.isEmpty()) {
                lines.add(series.row());
            }
        }
        return String.join("\n", lines);
    }

    private List<Judged> judged() {
        List<Judged> all = new ArrayList<>();
        ratio(all, "signals in batches / the peer's", batches, peerBatches, Goal.atLeast(0.4, 1.5));
        ratio(all, "signals by NDJSON of mixed vehicles / in batches", streams, batches, Goal.atLeast(0.5));
        ratio(all, "region averages over a day / the peer's", averages, peerAverages, Goal.atLeast(10, 50));
        for (Delays week : List.of(fewWeek, manyWeek)) {
            if (!week.isEmpty()) {
                all.add(new Judged(week.title("p99"), Judged.Unit.MILLIS, week.p99Millis, Goal.atMost(50)));
            }
        }
        if (!live.isEmpty()) {
            all.add(new Judged(live.title("p95"), Judged.Unit.MILLIS, live.p95Millis, Goal.atMost(1_000)));
        }
        return all;
    }

    private static void ratio(List<Judged> all, String what, Series dividend, Series divisor, Goal goal) {
        if (!dividend.isEmpty() && !divisor.isEmpty()) {
            all.add(new Judged(what, Judged.Unit.RATIO, dividend.ratiosTo(divisor), goal));
        }
    }
}
