package io.varve.read.speed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.varve.node.entity.CommandMeta;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleProfile;
import io.varve.read.query.Reading;
import io.varve.read.region.RegionMap;
import io.varve.read.region.RegionView;
import io.varve.read.table.Happened;
import io.varve.read.track.TrackViews;
import io.varve.read.vehicle.InsideView;
import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import io.varve.read.vehicle.VehicleViews;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Vehicles and all that happened to them, in the order in which it came; and the questions that the journals answer. */
final class FleetStory implements VehicleJournal {
    static final Instant START = Instant.parse("2026-02-27T22:00:00Z");

    private final List<Happened<VehicleEvent>> log = new ArrayList<>();
    private final Map<String, List<Happened<VehicleEvent>>> journals = new TreeMap<>();

    /** A signal, at a place of the plane in degrees. */
    static Signal signal(Instant at, double lat, double lon, Double speedKmh, String route) {
        return new Signal(at, lat, lon, speedKmh, null, null, route, null, null, null);
    }

    FleetStory report(String vehicleId, String fleet, List<Signal> signals) {
        if (!journals.containsKey(vehicleId)) {
            var profile = new VehicleProfile(vehicleId, fleet, null, null, null);
            add(vehicleId, new VehicleEvent.Registered(vehicleId, profile, true));
        }
        var recorded = signals.stream()
                // What was recorded of regions is of no concern to the model.
                .map(signal -> new RecordedSignal(signal, List.of("some-region")))
                .toList();
        return add(vehicleId, new VehicleEvent.SignalsRecorded(vehicleId, fleet, recorded, 0, 0, 0, true));
    }

    /** An event that changes nothing, after which none before it can be overlooked. */
    void end() {
        List.copyOf(journals.keySet())
                .forEach(vehicleId -> add(vehicleId, new VehicleEvent.DuplicatesIgnored(vehicleId, 1, 0)));
    }

    private FleetStory add(String vehicleId, VehicleEvent event) {
        var journal = journals.computeIfAbsent(vehicleId, id -> new ArrayList<>());
        var meta = new CommandMeta("command-" + log.size(), "digest", "tester", START);
        var happened = new Happened<>(vehicleId, journal.size() + 1L, meta, event);
        journal.add(happened);
        log.add(happened);
        return this;
    }

    List<Happened<VehicleEvent>> log() {
        return log;
    }

    @Override
    public CompletionStage<Void> forEach(String vehicleId, long from, long to, Consumer<Happened<VehicleEvent>> each) {
        var journal = journals.get(vehicleId);
        journal.subList((int) from - 1, (int) Math.min(to, journal.size())).forEach(each);
        return CompletableFuture.completedFuture(null);
    }

    /** A square region; the same outline number stands for the same square. */
    static RegionView square(String id, int outline, double south, double west, double sizeDegrees) {
        double north = south + sizeDegrees;
        double east = west + sizeDegrees;
        var geometry = "{\"type\":\"Polygon\",\"coordinates\":[[[" + west + "," + south + "],[" + east + "," + south
                + "],[" + east + "," + north + "],[" + west + "," + north + "],[" + west + "," + south + "]]]}";
        try {
            return new RegionView(id, id, new ObjectMapper().readTree(geometry), Optional.empty(), outline, outline);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static RegionMap map(Collection<RegionView> regions) {
        return RegionMap.of(regions, List.of());
    }

    /** What a signal-by-signal calculation finds, without any of the model's ways. */
    SpeedReport plain(SpeedQuery query, RegionMap map) {
        var tallies = new TreeMap<Long, SpeedTally>();
        var total = new SpeedTally();
        for (var happened : log) {
            if (happened.event() instanceof VehicleEvent.SignalsRecorded e) {
                for (var recorded : e.signals()) {
                    var signal = recorded.signal();
                    if (signal.speedKmh() != null && matches(query, e.fleet(), signal, map)) {
                        long hour = signal.at().getEpochSecond() / 3_600;
                        long first = query.bucket() == SpeedBucket.HOUR ? hour : hour / 24 * 24;
                        tallies.computeIfAbsent(first, h -> new SpeedTally()).add(signal.speedKmh(), signal.at());
                        total.add(signal.speedKmh(), signal.at());
                    }
                }
            }
        }
        var buckets = new TreeMap<Long, SpeedStats>();
        tallies.forEach((hour, tally) -> buckets.put(hour, tally.stats()));
        return SpeedReport.of(query, buckets, total.count() == 0 ? Optional.empty() : Optional.of(total.stats()));
    }

    private static boolean matches(SpeedQuery query, String fleet, Signal signal, RegionMap map) {
        return !signal.at().isBefore(query.from())
                && signal.at().isBefore(query.to())
                && query.fleet().map(fleet::equals).orElse(true)
                && query.route().map(route -> route.equals(signal.route())).orElse(true)
                && query.region()
                        .map(region ->
                                map.containing(signal.lat(), signal.lon()).contains(region))
                        .orElse(true);
    }

    /** Only what a replay asks. */
    VehicleViews vehicles() {
        return new VehicleViews() {
            @Override
            public CompletionStage<Optional<VehicleView>> vehicle(String vehicleId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CompletionStage<Reading<VehicleView>> vehicle(String vehicleId, long minRevision, Duration maxWait) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CompletionStage<List<VehicleView>> all() {
                return CompletableFuture.completedFuture(journals.keySet().stream()
                        .map(id -> new VehicleView(
                                id,
                                new VehicleProfile(id, "fleet", null, null, null),
                                Optional.empty(),
                                new TreeMap<>(),
                                new TreeMap<>(),
                                false,
                                1,
                                START))
                        .toList());
            }

            @Override
            public CompletionStage<List<InsideView>> inside(String regionId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CompletionStage<Long> revision(String vehicleId) {
                throw new UnsupportedOperationException();
            }
        };
    }

    /** Only what a replay asks. */
    TrackViews tracks() {
        return new TrackViews() {
            @Override
            public CompletionStage<List<SignalView>> track(String vehicleId, Instant from, Instant to, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CompletionStage<List<Long>> blocks(String vehicleId, Instant from, Instant to) {
                var blocks = new TreeSet<Long>();
                for (var happened : journals.get(vehicleId)) {
                    if (happened.event() instanceof VehicleEvent.SignalsRecorded e
                            && e.signals().stream()
                                    .anyMatch(s -> !s.signal().at().isBefore(from)
                                            && s.signal().at().isBefore(to))) {
                        blocks.add(happened.revision() / BLOCK_REVISIONS);
                    }
                }
                return CompletableFuture.completedFuture(List.copyOf(blocks));
            }
        };
    }
}
