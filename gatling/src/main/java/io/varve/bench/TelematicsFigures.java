package io.varve.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run about vehicles: what was counted, the ratios, and whether they are as they should be. */
final class TelematicsFigures {
    final Series batches = new Series("signals in batches of 100 of one vehicle, Varve");
    final Series peerBatches = new Series("signals in batches of 100 of one vehicle, peer");
    final Series streams = new Series("signals of mixed vehicles by NDJSON, Varve");
    final Series averages = new Series("region averages over the day, Varve");
    final Series peerAverages = new Series("region averages over the day, peer");
    final Delays fewWeek;
    final Delays manyWeek;
    final Delays live = new Delays("accepted signal to live event");

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
                all.add(week.p99(Goal.atMost(50)));
            }
        }
        if (!live.isEmpty()) {
            all.add(live.p95(Goal.atMost(1_000)));
        }
        return all;
    }

    private static void ratio(List<Judged> all, String what, Series dividend, Series divisor, Goal goal) {
        if (!dividend.isEmpty() && !divisor.isEmpty()) {
            all.add(new Judged(what, Judged.Unit.RATIO, dividend.ratiosTo(divisor), goal));
        }
    }
}
