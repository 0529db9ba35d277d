package io.varve.read.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.varve.node.LocalNode;
import io.varve.node.Node;
import io.varve.node.entity.Outcome;
import io.varve.node.region.RegionCommand;
import io.varve.node.region.RegionShape;
import io.varve.node.region.Regions;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleAnswer;
import io.varve.node.vehicle.VehicleCommand;
import io.varve.node.vehicle.VehicleRefusal;
import io.varve.node.vehicle.Vehicles;
import io.varve.read.Views;
import io.varve.read.feed.EntityJournal;
import io.varve.read.query.Reading;
import io.varve.read.region.MapKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * From what vehicles report to the answers, on a node with the roles write and read, which is stopped and started
 * meanwhile: the model, the replay and a plain calculation agree.
 */
class SpeedIT {
    private static final long SEED = Long.getLong("varve.seed", 20_260_216);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Instant START = FleetStory.START;
    private static final int VEHICLES = 12;

    private final Random random = new Random(SEED);
    private final FleetStory story = new FleetStory();
    private Node node;
    private MapKeeper maps;
    private SpeedViews speeds;

    /** The setting varve.journal. */
    String journal() {
        return "batching";
    }

    private void start() {
        node = LocalNode.start("varve_speed_" + journal() + "_it", "write,read", Map.of("varve.journal", journal()));
        var views = Views.of(node);
        maps = new MapKeeper(views.regions(), views.routes(), Duration.ofMillis(100));
        get(maps.start());
        speeds = SpeedWorkers.views(
                node.session(),
                maps::current,
                views.vehicles(),
                views.tracks(),
                new EntityJournal(node.system()),
                SpeedSettings.of(node.system().settings().config().getConfig("varve.read.speed")));
    }

    private void stop() {
        maps.close();
        LocalNode.stop(node);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Test
    void model_replay_andPlainCalculation_agree() {
        start();
        draw("before", 1, 0, 0, 3);
        report(600);
        assertAllAgree(List.of("before"));

        // What is drawn today has a past, and what is redrawn another one.
        draw("after", 1, 2, 2, 3);
        draw("before", 2, 1, 0, 2);
        report(200);
        assertAllAgree(List.of("before", "after"));

        // Drawn right before the end: the next worker finds the past half done, or not begun.
        draw("last", 1, 1, 1, 4);
        report(100);
        stop();
        start();
        report(100);
        assertAllAgree(List.of("before", "after", "last"));
        stop();
    }

    private void draw(String id, int outline, double south, double west, double sizeDegrees) {
        var region = FleetStory.square(id, outline, south, west, sizeDegrees);
        var shape = new RegionShape(id, region.geometry(), null);
        var regions = new Regions(node.entities());
        await().atMost(LONG)
                .until(() -> get(regions.submit(id, "draw-" + outline, "tester", null, new RegionCommand.Draw(shape)))
                        instanceof Outcome.Accepted);
        await().atMost(LONG).until(() -> {
            var drawn = maps.current().regions().get(id);
            return drawn != null && drawn.outline() == outline;
        });
    }

    /** Reports of a few signals each, of times all over two days; the vehicles' own times never repeat. */
    private void report(int reports) {
        List<CompletionStage<?>> sent = new ArrayList<>();
        for (int n = 0; n < reports; n++) {
            var vehicleId = "bus-" + random.nextInt(VEHICLES);
            List<Signal> signals = new ArrayList<>();
            for (int i = random.nextInt(8); i >= 0; i--) {
                signals.add(FleetStory.signal(
                        START.plusMillis(random.nextInt(40 * 3_600_000)),
                        random.nextInt(6) + 0.5,
                        random.nextInt(6) + 0.5,
                        random.nextInt(10) == 0 ? null : random.nextDouble() * 80,
                        random.nextInt(4) == 0 ? null : "C" + random.nextInt(3)));
            }
            story.report(vehicleId, "unassigned", signals);
            sent.add(send(vehicleId, signals));
        }
        sent.forEach(SpeedIT::get);
    }

    private CompletionStage<Outcome<VehicleAnswer, VehicleRefusal>> send(String vehicleId, List<Signal> signals) {
        var sightings = signals.stream()
                .map(signal -> new VehicleCommand.Sighting(signal, List.of(), null))
                .toList();
        var command = new VehicleCommand.Report(sightings, true);
        var id = UUID.randomUUID().toString();
        return new Vehicles(node.entities())
                .submit(vehicleId, id, "tester", null, command)
                // Overloaded, or just started: signals are known by their times, so nothing counts twice.
                .thenCompose(outcome -> outcome instanceof Outcome.Accepted
                        ? CompletableFuture.completedFuture(outcome)
                        : send(vehicleId, signals));
    }

    private void assertAllAgree(List<String> regions) {
        List<SpeedQuery> queries = new ArrayList<>();
        Optional<String> none = Optional.empty();
        for (var bucket : SpeedBucket.values()) {
            for (var from : List.of(START, START.plusSeconds(12_345))) {
                var to = START.plus(Duration.ofHours(41)).minusSeconds(from.equals(START) ? 0 : 9_876);
                queries.add(new SpeedQuery(none, none, none, from, to, bucket));
                queries.add(new SpeedQuery(none, Optional.of("C1"), none, from, to, bucket));
                queries.add(new SpeedQuery(none, none, Optional.of("unassigned"), from, to, bucket));
                regions.forEach(id -> queries.add(new SpeedQuery(Optional.of(id), none, none, from, to, bucket)));
            }
        }
        Collections.shuffle(queries, random);
        for (var query : queries) {
            var plain = story.plain(query, maps.current());
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(get(speeds.model(query, LONG)))
                        .as("model of %s", query)
                        .isEqualTo(new Reading.Found<>(plain));
                assertThat(get(speeds.replay(query))).as("replay of %s", query).isEqualTo(new Reading.Found<>(plain));
            });
        }
    }
}
