package io.varve.read.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.read.Fixture;
import io.varve.read.LocalSystem;
import io.varve.read.VehicleStory;
import io.varve.read.feed.ScriptedFeed;
import io.varve.read.following.BadPositionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of signals over a feed that does all that a feed may do: each signal once, whatever happens. */
@Timeout(120)
class LiveStreamTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ActorSystem<?> SYSTEM = LocalSystem.start();

    private final Fixture views = Fixture.inMemory();
    private final ScriptedFeed<VehicleEvent> feed = new ScriptedFeed<>();
    private final Map<String, VehicleStory> stories = new HashMap<>();
    private final List<String> written = new ArrayList<>();
    private double minute;

    @AfterAll
    static void stop() {
        SYSTEM.terminate();
    }

    private LiveNode node(int signalsInMemory, long seed) {
        return new LiveNode(SYSTEM, feed, views, signalsInMemory, seed);
    }

    private static String name(LiveSignal live) {
        return live.vehicleId() + "@" + live.signal().signal().at();
    }

    /** A report of so many signals, journaled by a writer; its vehicle is made known before. */
    private void report(int writer, String id, int signals, boolean loses) {
        var story = stories.get(id);
        if (story == null) {
            story = VehicleStory.registered(id);
            stories.put(id, story);
            feed.write(writer, List.copyOf(story.events()));
        }
        int before = story.events().size();
        var all = IntStream.range(0, signals)
                .mapToObj(n -> VehicleStory.signal(minute++, "r1"))
                .toList();
        story.signals(true, List.of(), all.toArray(new io.varve.node.vehicle.Signal[0]));
        all.forEach(signal -> written.add(id + "@" + signal.at()));
        var events = List.copyOf(story.events().subList(before, story.events().size()));
        if (loses) {
            feed.lose(writer, events);
        } else {
            feed.write(writer, events);
        }
    }

    private List<LiveSignal> take(LiveNode node, Optional<String> after, int count) {
        return node.vehicles().stream(after)
                .take(count)
                .runWith(Sink.seq(), SYSTEM)
                .toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    /** Whoever is cut off after any number of signals, and goes on at any node, has had each of them once. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void clientThatIsCutOffAgainAndAgain_hasEachSignalOnce(long seed) {
        var luck = new Random(seed);
        var nodes = List.of(node(4, seed), node(1_000_000, seed + 100), node(30, seed + 200));
        String position = nodes.get(0).vehicles().now();
        List<String> had = new ArrayList<>();
        int left = 0;
        for (int n = 0; n < 150; n++) {
            int signals = 1 + luck.nextInt(4);
            report(1 + luck.nextInt(3), "bus-" + luck.nextInt(20), signals, false);
            left += signals;
            int count = Math.min(left, luck.nextInt(8));
            var taken = take(nodes.get(luck.nextInt(3)), Optional.of(position), count);
            taken.forEach(live -> had.add(name(live)));
            left -= count;
            position = count == 0 ? position : taken.get(count - 1).position();
        }
        take(nodes.get(luck.nextInt(3)), Optional.of(position), left).forEach(live -> had.add(name(live)));
        assertOnce(had);
    }

    private void assertOnce(List<String> had) {
        var again = new ArrayList<>(had);
        written.forEach(again::remove);
        assertThat(again).as("had again").isEmpty();
        var missing = new ArrayList<>(written);
        missing.removeAll(had);
        assertThat(missing).as("never had").isEmpty();
    }

    /** The whole, taken by one client, is what another has who is cut off after any of its signals. */
    @Test
    void resumingAfterAnySignal_givesTheRest() {
        var here = node(1_000_000, 1);
        var there = node(5, 2);
        String start = here.vehicles().now();
        for (int n = 0; n < 12; n++) {
            report(1 + n % 2, "bus-" + n % 5, 1 + n % 3, false);
        }
        var whole = take(here, Optional.of(start), written.size());
        assertThat(whole).extracting(LiveStreamTest::name).containsExactlyInAnyOrderElementsOf(written);
        for (int n = 0; n < whole.size(); n++) {
            var rest = whole.subList(n + 1, whole.size()).stream()
                    .map(LiveStreamTest::name)
                    .toList();
            for (var node : List.of(here, there)) {
                assertThat(take(node, Optional.of(whole.get(n).position()), rest.size()))
                        .as("after " + n)
                        .extracting(LiveStreamTest::name)
                        .containsExactlyInAnyOrderElementsOf(rest);
            }
        }
    }

    @Test
    void slowListener_missesNothing_thoughTheMemoryIsSmall() {
        var node = node(3, 5);
        var slow = node.vehicles().stream(Optional.empty()).runWith(Sink.queue(1), SYSTEM);
        List<String> had = new ArrayList<>();
        report(1, "first", 1, false);
        had.add(name(next(slow)));
        for (int n = 0; n < 300; n++) {
            report(1 + n % 3, "bus-" + n % 7, 2, false);
        }
        await().atMost(LONG).until(() -> node.vehicles().all().size() == 8);
        while (had.size() < written.size()) {
            had.add(name(next(slow)));
        }
        slow.cancel();
        assertThat(had).containsExactlyInAnyOrderElementsOf(written);
    }

    private static LiveSignal next(org.apache.pekko.stream.javadsl.SinkQueueWithCancel<LiveSignal> queue) {
        return queue.pull()
                .toCompletableFuture()
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join()
                .orElseThrow();
    }

    @Test
    void whatTheFeedHasLost_isToldWithTheNextWriteOfTheVehicle_andMayBeResumedInTheMiddle() {
        var node = node(1_000_000, 3);
        String start = node.vehicles().now();
        report(1, "bus", 1, false);
        report(1, "other", 1, false);
        report(2, "bus", 3, true);
        report(1, "bus", 2, false);

        var whole = take(node, Optional.of(start), written.size());

        assertThat(whole).extracting(LiveStreamTest::name).containsExactlyInAnyOrderElementsOf(written);
        var other = node(2, 4);
        for (int n = 0; n < whole.size(); n++) {
            var rest = whole.subList(n + 1, whole.size()).stream()
                    .map(LiveStreamTest::name)
                    .toList();
            var at = Optional.of(whole.get(n).position());
            assertThat(take(node, at, rest.size()))
                    .extracting(LiveStreamTest::name)
                    .as("after " + n)
                    .containsExactlyInAnyOrderElementsOf(rest);
            if (whole.get(n).vehicleId().equals("bus") && n > whole.size() - 5) {
                assertThat(take(other, at, rest.size()))
                        .extracting(LiveStreamTest::name)
                        .as("elsewhere after " + n)
                        .containsExactlyInAnyOrderElementsOf(rest);
            }
        }
        assertThat(node.vehicles().vehicle("bus").orElseThrow().revision()).isEqualTo(4);
    }

    @Test
    void vehiclesInMemory_areThoseOfTheEvents() {
        var node = node(10, 6);
        for (int n = 0; n < 100; n++) {
            report(1 + n % 3, "bus-" + n % 9, 1, n % 10 == 5);
        }
        for (int n = 0; n < 9; n++) {
            report(1, "bus-" + n, 1, false);
        }
        await().atMost(LONG)
                .untilAsserted(() -> stories.forEach(
                        (id, story) -> assertThat(node.vehicles().vehicle(id).map(vehicle -> vehicle.revision()))
                                .contains(story.revision())));
    }

    @Test
    void positionsOfNobody_areRefused() {
        var vehicles = node(10, 7).vehicles();
        for (var bad : List.of("", "x", "7", "%%%", "AAAA", vehicles.now() + ".", vehicles.now() + ".AAAA")) {
            assertThatThrownBy(() -> vehicles.stream(Optional.of(bad)))
                    .as(bad)
                    .isInstanceOf(BadPositionException.class);
        }
    }

    @Test
    void positions_areSafeInAUrl_andShort() {
        var node = node(10, 8);
        String start = node.vehicles().now();
        for (int n = 0; n < 200; n++) {
            report(1, "bus-" + n, 2, false);
        }
        assertThat(take(node, Optional.of(start), 400))
                .allSatisfy(live -> assertThat(live.position()).matches("[A-Za-z0-9._-]{1,600}"));
    }
}
