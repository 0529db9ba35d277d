package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.query.Reading;
import io.varve.read.region.RegionMap;
import io.varve.read.region.RegionView;
import io.varve.read.speed.SpeedMoves.Move;
import io.varve.read.speed.SpeedMoves.Report;
import io.varve.read.table.InMemoryRows;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A share of the model with its workers, its feed, its tables and its map, in memory. */
final class SpeedScenario {
    static final List<String> REGIONS = List.of("centre", "harbour");
    static final List<String> FLEETS = List.of("bus", "tram");
    static final List<String> ROUTES = List.of("C53", "D40");
    private static final SpeedSettings SETTINGS =
            new SpeedSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 6, 100, Duration.ZERO);

    /** A worker, where it is in the feed, and the map that it knows. */
    final class Runner {
        private RegionMap map = RegionMap.of(List.of(), List.of());
        private int at;
        private final SpeedWorker worker = new SpeedWorker(0, store, rows, () -> map, story, SETTINGS);

        Runner(RegionMap map) {
            this.map = map;
            at = saved;
            join(worker.start());
        }

        /** Takes so many events, as one page; the feed may drop some of them. */
        void take(int events, int gap) {
            int end = Math.min(story.log().size(), at + events);
            var page = new ArrayList<>(story.log().subList(at, end));
            if (gap > 0 && gap < page.size() && page.get(gap).event() instanceof VehicleEvent.SignalsRecorded) {
                page.remove(gap);
            }
            if (join(worker.page(page))) {
                at = end;
                saved = end;
            }
        }
    }

    final FleetStory story = new FleetStory();
    private final RowStore tables;
    private final SpeedStore store;
    private int writesUntilFailure = Integer.MAX_VALUE;
    private final RowStore rows = this::write;
    /** The offset that is saved; whoever saves last, saves it. */
    int saved;

    private final Map<String, RegionView> drawn = new TreeMap<>();
    private final Map<String, Integer> outlines = new TreeMap<>();
    private final List<List<RegionView>> pastMaps = new ArrayList<>(List.of(List.of()));
    Runner runner;
    private Runner stale;

    /** With empty tables. */
    SpeedScenario(RowStore tables, SpeedStore store) {
        this.tables = tables;
        this.store = store;
    }

    static SpeedScenario inMemory() {
        var tables = new InMemoryRows();
        return new SpeedScenario(tables, new InMemorySpeedStore(tables));
    }

    private CompletionStage<Void> write(List<Write> writes) {
        if (writes.isEmpty() || --writesUntilFailure > 0) {
            return tables.write(writes);
        }
        writesUntilFailure = Integer.MAX_VALUE;
        return tables.write(writes.subList(0, writes.size() / 2))
                .thenCompose(done -> CompletableFuture.failedFuture(new IllegalStateException("no Cassandra")));
    }

    private static boolean join(CompletionStage<?> stage) {
        return stage.toCompletableFuture()
                .handle((done, failure) -> failure == null)
                .join();
    }

    RegionMap truth() {
        return FleetStory.map(drawn.values());
    }

    /** A worker takes over, from the offset that is saved. */
    void start() {
        runner = new Runner(truth());
    }

    /** All of it, and what comes of it. */
    void play(List<Report> reports, List<Move> moves) {
        reports.forEach(each -> story.report("v" + each.vehicle(), FLEETS.get(each.fleet()), each.signals()));
        story.end();
        draw("centre", 1, 1, 2);
        start();
        moves.forEach(this::play);
        settle();
        assertModelIsRight();
    }

    void play(Move move) {
        switch (move.what()) {
            case DELIVER -> runner.take(move.a() + 1, 0);
            case DELIVER_WITH_GAPS -> runner.take(move.a() + 1, move.b());
            case FAIL -> writesUntilFailure = move.a() % 4 + 1;
            case RESTART -> {
                stale = runner;
                start();
            }
            // With a map that is out of date.
            case RESTART_BLINDLY -> {
                stale = runner;
                runner = new Runner(FleetStory.map(pastMaps.get(move.a() % pastMaps.size())));
            }
            case STALE -> {
                if (stale != null) {
                    stale.take(move.a() + 1, 0);
                    join(stale.worker.tick());
                }
            }
            case DRAW -> draw(REGIONS.get(move.a() % 2), move.b() % 4, move.a() % 3, 1 + move.b() % 3);
            case REMOVE -> {
                drawn.remove(REGIONS.get(move.a() % 2));
                pastMaps.add(List.copyOf(drawn.values()));
            }
            case TICK -> {
                // Not always what there is.
                runner.map = move.a() % 3 == 0 ? runner.map : truth();
                for (int n = 0; n <= move.b(); n++) {
                    join(runner.worker.tick());
                }
            }
        }
    }

    void draw(String id, int south, int west, int sizeDegrees) {
        int outline = outlines.merge(id, 1, Integer::sum);
        drawn.put(id, FleetStory.square(id, outline, south, west, sizeDegrees));
        pastMaps.add(List.copyOf(drawn.values()));
    }

    /** What a projection does when nothing goes wrong any more. */
    void settle() {
        writesUntilFailure = Integer.MAX_VALUE;
        runner = new Runner(runner.map);
        runner.take(7, 0);
        runner.map = truth();
        while (runner.at < story.log().size()) {
            runner.take(3, 0);
            join(runner.worker.tick());
        }
        for (int n = 0; n < 60; n++) {
            join(runner.worker.tick());
        }
    }

    void assertModelIsRight() {
        var answers = answers();
        for (var query : queries()) {
            var plain = story.plain(query, truth());
            assertThat(found(answers.model(query, Duration.ZERO)))
                    .as("%s", query)
                    .isEqualTo(plain);
            assertThat(found(answers.replay(query))).as("%s", query).isEqualTo(plain);
        }
    }

    static SpeedReport found(CompletionStage<Reading<SpeedReport>> reading) {
        return ((Reading.Found<SpeedReport>) reading.toCompletableFuture().join()).row();
    }

    SpeedAnswers answers() {
        return new SpeedAnswers(store, 1, this::truth, story.vehicles(), story.tracks(), story, SETTINGS);
    }

    private List<SpeedQuery> queries() {
        List<SpeedQuery> queries = new ArrayList<>();
        var start = FleetStory.START;
        for (var bucket : SpeedBucket.values()) {
            queries.addAll(queries(start, start.plus(Duration.ofHours(42)), bucket));
            queries.addAll(queries(start.plusSeconds(1_260), start.plusSeconds(31 * 3_600 + 60 * 17), bucket));
            queries.addAll(queries(start.plusSeconds(7_500), start.plusSeconds(9_000), bucket));
        }
        return queries;
    }

    private List<SpeedQuery> queries(Instant from, Instant to, SpeedBucket bucket) {
        List<SpeedQuery> queries = new ArrayList<>();
        Optional<String> none = Optional.empty();
        queries.add(new SpeedQuery(none, none, none, from, to, bucket));
        FLEETS.forEach(fleet -> queries.add(new SpeedQuery(none, none, Optional.of(fleet), from, to, bucket)));
        ROUTES.forEach(route -> queries.add(new SpeedQuery(none, Optional.of(route), none, from, to, bucket)));
        drawn.keySet().forEach(id -> queries.add(new SpeedQuery(Optional.of(id), none, none, from, to, bucket)));
        return queries;
    }
}
