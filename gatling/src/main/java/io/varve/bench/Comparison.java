package io.varve.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The figures of a run: what was counted, the ratios, and whether they are as they should be. */
final class Comparison {
    private final Map<Work, Series> varve = new EnumMap<>(Work.class);
    private final Map<Work, Series> peer = new EnumMap<>(Work.class);
    private final Series bulk = new Series("NDJSON deposits, Varve");
    private final Series inserts = new Series("raw single-row inserts, Cassandra");
    private final List<VisibilityRounds> visibility;

    Comparison(boolean withPeer, List<Double> visibilityShares) {
        for (Work work : Work.values()) {
            varve.put(work, new Series(work.title + ", Varve"));
            if (withPeer) {
                peer.put(work, new Series(work.title + ", peer"));
            }
        }
        visibility = visibilityShares.stream().map(VisibilityRounds::new).toList();
    }

    Series varve(Work work) {
        return varve.get(work);
    }

    Series peer(Work work) {
        return peer.get(work);
    }

    Series bulk() {
        return bulk;
    }

    Series inserts() {
        return inserts;
    }

    List<VisibilityRounds> visibility() {
        return visibility;
    }

    /** The tables, as Markdown. */
    String tables() {
        List<String> lines = new ArrayList<>(List.of(Judged.HEAD));
        judged().forEach(figure -> lines.add(figure.row()));
        lines.addAll(List.of("", Series.HEAD));
        for (Work work : Work.values()) {
            lines.add(varve.get(work).row());
            if (!peer.isEmpty()) {
                lines.add(peer.get(work).row());
            }
        }
        lines.addAll(List.of(bulk.row(), inserts.row()));
        return String.join("\n", lines);
    }

    private List<Judged> judged() {
        Series single = varve.get(Work.DEPOSITS);
        List<Judged> all = new ArrayList<>();
        if (!peer.isEmpty()) {
            all.add(toPeer("single-request deposits / the peer's", Work.DEPOSITS, Goal.atLeast(0.7, 1.2)));
        }
        all.add(ratio("one hot account / spread", varve.get(Work.HOT_DEPOSITS), single, Goal.atLeast(0.8, 1)));
        if (!peer.isEmpty()) {
            all.add(toPeer("completed transfers / the peer's", Work.TRANSFERS, Goal.atLeast(0.4, 1)));
            all.add(toPeer("account reads / the peer's", Work.READS, Goal.atLeast(0.8, 1.5)));
        }
        all.add(ratio("NDJSON deposits / raw single-row inserts", bulk, inserts, Goal.atLeast(1, 2)));
        visibility.forEach(rounds -> all.add(rounds.judged()));
        // The targets before there was a peer.
        all.add(ratio("single-request deposits / raw inserts", single, inserts, Goal.atLeast(0.12)));
        all.add(ratio("NDJSON deposits / single-request deposits", bulk, single, Goal.atLeast(3)));
        return all;
    }

    private Judged toPeer(String what, Work work, Goal goal) {
        return ratio(what, varve.get(work), peer.get(work), goal);
    }

    private static Judged ratio(String what, Series dividend, Series divisor, Goal goal) {
        return new Judged(what, Judged.Unit.RATIO, dividend.ratiosTo(divisor), goal);
    }
}
