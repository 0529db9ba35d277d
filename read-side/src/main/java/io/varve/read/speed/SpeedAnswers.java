package io.varve.read.speed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Reading;
import io.varve.read.region.RegionMap;
import io.varve.read.speed.SpeedReplay.Replayed;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.VehicleViews;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Answers out of the model's tables and the vehicles' journals. One per process: it remembers what it has read. */
public final class SpeedAnswers implements SpeedViews {
    /** How long an outline that was found folded is taken for so; only a worker with an old map takes it back. */
    private static final Duration FOLDED_FOR = Duration.ofSeconds(10);

    private static final int OUTLINES = 10_000;

    private final SpeedStore store;
    private final int shares;
    private final Supplier<RegionMap> maps;
    private final CutHours cutHours;
    private final SpeedModel model;
    private final SpeedReplay replay;
    private final Cache<Outline, Boolean> folded = Caffeine.newBuilder()
            .maximumSize(OUTLINES)
            .expireAfterWrite(FOLDED_FOR)
            .executor(Runnable::run)
            .build();

    /**
     * @param shares how many workers share the model
     * @param maps the newest map that is known
     */
    SpeedAnswers(
            SpeedStore store,
            int shares,
            Supplier<RegionMap> maps,
            VehicleViews vehicles,
            TrackViews tracks,
            VehicleJournal journal,
            SpeedSettings settings) {
        this.store = store;
        this.shares = shares;
        this.maps = maps;
        cutHours = new CutHours(store, journal, shares);
        model = new SpeedModel(new GroupDays(store, settings.cachedHours(), settings.freshFor()), cutHours);
        replay = new SpeedReplay(vehicles, tracks, journal);
    }

    @Override
    public CompletionStage<Reading<SpeedReport>> model(SpeedQuery query, Duration maxWait) {
        return model(query, maxWait, model);
    }

    private CompletionStage<Reading<SpeedReport>> model(SpeedQuery query, Duration maxWait, SpeedModel by) {
        if (!query.hasModel()) {
            throw new IllegalArgumentException("the model knows no combinations of region, route and fleet");
        }
        return withOutline(
                query,
                (outline, outlines) -> awaitFolded(outline, maxWait)
                        .thenCompose(ready -> ready.thenCompose(
                                shares -> by.answer(query, query.groups(outline).get(0), outlines)
                                        .thenApply(Reading.Found::new))));
    }

    @Override
    public CompletionStage<Reading<SpeedReport>> replay(SpeedQuery query) {
        return replayed(query)
                .thenCompose(reading -> reading.thenCompose(
                        replayed -> CompletableFuture.completedFuture(new Reading.Found<>(replayed.report()))));
    }

    private CompletionStage<Reading<Replayed>> replayed(SpeedQuery query) {
        return withOutline(
                query,
                (outline, outlines) ->
                        replay.answer(query, query.groups(outline), outlines).thenApply(Reading.Found::new));
    }

    @Override
    public CompletionStage<Reading<SpeedComparison>> compare(SpeedQuery query, Duration maxWait) {
        // Reads the tables anew each time.
        var newest = new SpeedModel(new GroupDays(store, 0, Duration.ZERO), cutHours);
        var plans = new SpeedComparer.Plans() {
            @Override
            public CompletionStage<Reading<Replayed>> replay(SpeedQuery asked) {
                return replayed(asked);
            }

            @Override
            public CompletionStage<Boolean> awaitHeld(Map<String, Long> revisions, Duration left) {
                return SpeedAnswers.this.awaitHeld(revisions, left);
            }

            @Override
            public CompletionStage<Reading<SpeedReport>> newestModel(SpeedQuery asked, Duration left) {
                return model(asked, left, newest);
            }
        };
        return new SpeedComparer(plans).compare(query, maxWait);
    }

    private CompletionStage<Boolean> awaitHeld(Map<String, Long> revisions, Duration maxWait) {
        return Awaiting.revision(
                        () -> held(revisions).thenApply(Optional::of), Long::longValue, revisions.size(), maxWait)
                .thenApply(Reading.Found.class::isInstance);
    }

    /** How many of the revisions the model holds. */
    private CompletionStage<Long> held(Map<String, Long> revisions) {
        return forEachShare(store::vehicles).thenApply(found -> {
            Map<String, Long> known = new HashMap<>();
            found.forEach(known::putAll);
            return revisions.entrySet().stream()
                    .filter(each -> known.getOrDefault(each.getKey(), 0L) >= each.getValue())
                    .count();
        });
    }

    private interface Question<T> {
        CompletionStage<Reading<T>> ask(Optional<Outline> outline, MapPart outlines);
    }

    /** The outline of the query's region, from one and the same map all the way. */
    private <T> CompletionStage<Reading<T>> withOutline(SpeedQuery query, Question<T> question) {
        var map = maps.get();
        var outline =
                query.region().map(map.regions()::get).map(region -> new Outline(region.regionId(), region.outline()));
        if (query.region().isPresent() && outline.isEmpty()) {
            return CompletableFuture.completedFuture(new Reading.Absent<>());
        }
        return question.ask(outline, new MapPart(map, outline.stream().toList()));
    }

    /** Found when all shares have folded it, otherwise behind. */
    private CompletionStage<Reading<Long>> awaitFolded(Optional<Outline> outline, Duration maxWait) {
        if (outline.isEmpty() || folded.getIfPresent(outline.get()) != null) {
            return CompletableFuture.completedFuture(new Reading.Found<>((long) shares));
        }
        return Awaiting.revision(
                        () -> sharesThatFolded(outline.get()).thenApply(Optional::of), Long::longValue, shares, maxWait)
                .thenApply(reading -> {
                    if (reading instanceof Reading.Found) {
                        folded.put(outline.get(), true);
                    }
                    return reading;
                });
    }

    private CompletionStage<Long> sharesThatFolded(Outline outline) {
        return forEachShare(share -> store.isFolded(share, outline))
                .thenApply(each -> each.stream().filter(Boolean::booleanValue).count());
    }

    private <T> CompletionStage<List<T>> forEachShare(Function<Integer, CompletionStage<T>> question) {
        return Concurrently.forEach(IntStream.range(0, shares).boxed().toList(), question);
    }
}
