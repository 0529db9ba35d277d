package io.varve.bench;

import static io.varve.bench.TelematicsLine.AVERAGES;
import static io.varve.bench.TelematicsLine.BATCHES;
import static io.varve.bench.TelematicsLine.LIVE;
import static io.varve.bench.TelematicsLine.STREAMS;
import static io.varve.bench.TelematicsLine.WEEK;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Measures lines in turns, one side after the other. */
final class TelematicsRun {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final double MEAN_ERROR_KMH = 1e-6;

    private final VarveFleet varve;
    private final FleetSide peer;
    private final TelematicsAreas areas;
    private final Turns turns;
    private final TelematicsFigures figures;
    private long liveSignals;

    /** What is measured, for how long, and by how many. */
    record Turns(
            Set<TelematicsLine> lines,
            Duration turn,
            Duration warmUp,
            VarveFleet.Streams streams,
            int callers,
            int liveRate) {
        boolean measure(TelematicsLine line) {
            return lines.contains(line);
        }
    }

    /** @param peer may be null */
    TelematicsRun(VarveFleet varve, FleetSide peer, TelematicsAreas areas, Turns turns) {
        this.varve = varve;
        this.peer = peer;
        this.areas = areas;
        this.turns = turns;
        figures = new TelematicsFigures(areas.fewSignals(), areas.signals());
    }

    TelematicsFigures figures() {
        return figures;
    }

    /** Draws regions, makes vehicles known, and sends the signals that are asked about. */
    void open() throws IOException, InterruptedException {
        if (turns.measure(BATCHES)) {
            varve.open(areas.loaded());
        }
        if (turns.measure(STREAMS)) {
            varve.open(areas.streamed());
        }
        if (turns.measure(LIVE)) {
            varve.open(areas.live());
        }
        if (turns.measure(WEEK)) {
            fill(areas.fewWeek(), areas.fewSignals());
            fill(areas.manyWeek(), areas.signals());
        }
        if (turns.measure(AVERAGES)) {
            fill(areas.day(), areas.signals());
            if (peer != null) {
                peer.fill(areas.day(), areas.signals());
                compareAverages();
            }
        }
    }

    private void fill(Area area, int signals) throws IOException, InterruptedException {
        System.out.printf("%s: %d signals%n", area.prefix(), signals);
        varve.open(area);
        varve.fill(area, signals);
        varve.awaitCount(area, signals, signals);
    }

    /** Both sides were told the same, so they must say the same. */
    private void compareAverages() throws IOException, InterruptedException {
        Area day = areas.day();
        for (int region = 0; region < day.regions(); region++) {
            var ours = varve.average(day.regionId(region), day.start(), endOfDay());
            var theirs = peer.average(day.regionId(region), day.start(), endOfDay());
            if (ours.signals() != theirs.signals() || Math.abs(ours.meanKmh() - theirs.meanKmh()) > MEAN_ERROR_KMH) {
                throw new IOException("in " + day.regionId(region) + " Varve has " + ours + ", the peer " + theirs);
            }
        }
        System.out.printf("the averages of %d regions are the peer's%n", day.regions());
    }

    private Instant endOfDay() {
        return areas.day().start().plus(TelematicsAreas.DAY);
    }

    /** Every line gets its share of the time, on each side. */
    void warmUp() throws IOException, InterruptedException {
        if (turns.warmUp().isZero()) {
            return;
        }
        System.out.printf("warming up for %d s a side%n", turns.warmUp().toSeconds());
        Duration part = turns.warmUp().dividedBy(turns.lines().size());
        turn(new TelematicsFigures(areas.fewSignals(), areas.signals()), part);
    }

    /** One turn of every line. */
    void round() throws IOException, InterruptedException {
        turn(figures, turns.turn());
    }

    private void turn(TelematicsFigures into, Duration time) throws IOException, InterruptedException {
        if (turns.measure(BATCHES)) {
            into.batches.add(varve.reportBatches(time));
            rest();
            if (peer != null) {
                into.peerBatches.add(peer.reportBatches(time));
                rest();
            }
        }
        if (turns.measure(STREAMS)) {
            into.streams.add(varve.reportLines(turns.streams(), time));
            rest();
        }
        if (turns.measure(AVERAGES)) {
            into.averages.add(varve.averages(areas.day(), areas.day().start(), endOfDay(), time));
            rest();
            if (peer != null) {
                into.peerAverages.add(peer.averages(areas.day(), areas.day().start(), endOfDay(), time));
                rest();
            }
        }
        if (turns.measure(WEEK)) {
            into.fewWeek.add(varve.speeds(areas.fewWeek(), TelematicsAreas.WEEK, turns.callers(), time));
            into.manyWeek.add(varve.speeds(areas.manyWeek(), TelematicsAreas.WEEK, turns.callers(), time));
            rest();
        }
        if (turns.measure(LIVE)) {
            into.live.add(varve.live(areas.live(), liveSignals, turns.liveRate(), time));
            // A second more than were due: no signal may be sent twice.
            liveSignals += (time.toSeconds() + 1) * turns.liveRate();
            rest();
        }
    }

    /** The model counts everything, and then the machine is idle for a moment. */
    private void rest() throws IOException, InterruptedException {
        varve.settle();
        Thread.sleep(PAUSE.toMillis());
    }
}
