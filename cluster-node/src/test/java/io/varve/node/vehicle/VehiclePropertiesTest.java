package io.varve.node.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Json;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.node.vehicle.VehicleEvent.SignalsRecorded;
import io.varve.node.vehicle.VehicleState.Known;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of a vehicle's signals, however they come. */
class VehiclePropertiesTest {
    private static final int TRIES = 300;
    private static final Comparator<Sighting> BY_TIME =
            Comparator.comparing(sighting -> sighting.signal().at());

    private static InMemoryEntity<VehicleCommand, VehicleEvent, ?, VehicleAnswer, VehicleRefusal> vehicle() {
        return new InMemoryEntity<>(VehicleKind.create(), "bus-7");
    }

    /** A content per moment, so that a moment that comes twice is the same signal. */
    private static Sighting sighting(long step) {
        var random = new Random(step);
        // Some between whole seconds, over three days.
        var at = Sightings.MORNING.plusMillis(step * 700_000 + (step % 3 == 0 ? 250 : 0));
        Double speedKmh = random.nextInt(5) == 0 ? null : random.nextInt(90) / 1.5;
        List<String> codes = random.nextBoolean() ? null : some(random, "P0301", "P0420", "U0100");
        var signal = new Signal(at, 38.9, -77.0, speedKmh, null, null, null, null, codes, Map.of());
        var limit = random.nextBoolean() ? null : new SpeedLimit(20 + random.nextInt(20), "route:C53");
        return new Sighting(signal, some(random, "downtown", "harbour"), limit);
    }

    private static List<String> some(Random random, String... all) {
        return List.of(all).stream().filter(one -> random.nextBoolean()).toList();
    }

    @Provide
    Arbitrary<List<Sighting>> sightings() {
        return Arbitraries.longs()
                .between(0, 300)
                .map(VehiclePropertiesTest::sighting)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<List<Sighting>>> reports() {
        return Combinators.combine(
                        sightings(),
                        Arbitraries.integers().between(1, 10).list().ofSize(60))
                .as(VehiclePropertiesTest::dealt);
    }

    /** The same signals, in reports of these sizes. */
    private static <T> List<List<T>> dealt(List<T> all, List<Integer> sizes) {
        var parts = new ArrayList<List<T>>();
        int from = 0;
        for (int size : sizes) {
            int to = Math.min(all.size(), from + size);
            if (from < to) {
                parts.add(all.subList(from, to));
            }
            from = to;
        }
        return parts;
    }

    private static InMemoryEntity<VehicleCommand, VehicleEvent, ?, VehicleAnswer, VehicleRefusal> after(
            List<List<Sighting>> reports) {
        var vehicle = vehicle();
        for (int n = 0; n < reports.size(); n++) {
            vehicle.submit("r" + n, new Report(reports.get(n), true));
        }
        return vehicle;
    }

    private static List<RecordedSignal> recorded(List<VehicleEvent> events) {
        return events.stream()
                .filter(SignalsRecorded.class::isInstance)
                .flatMap(event -> ((SignalsRecorded) event).signals().stream())
                .toList();
    }

    private static Set<RecordedSignal> expected(List<List<Sighting>> reports) {
        var all = new HashSet<RecordedSignal>();
        reports.forEach(report -> report.forEach(s -> all.add(new RecordedSignal(s.signal(), s.regions()))));
        return all;
    }

    private static List<VehicleEvent> transitions(List<VehicleEvent> events) {
        return events.stream()
                .filter(event ->
                        !(event instanceof SignalsRecorded) && !(event instanceof VehicleEvent.DuplicatesIgnored))
                .toList();
    }

    @Property(tries = TRIES)
    void everyMoment_isRecordedOnce_inWhateverOrderAndHoweverOftenItComes(
            @ForAll("reports") List<List<Sighting>> reports, @ForAll Random random) {
        var shuffled = new ArrayList<>(reports);
        shuffled.addAll(reports);
        Collections.shuffle(shuffled, random);
        assertThat(recorded(after(shuffled).events())).containsExactlyInAnyOrderElementsOf(expected(reports));
    }

    @Property(tries = TRIES)
    void answers_addUp_toWhatWasSent(@ForAll("reports") List<List<Sighting>> reports) {
        var vehicle = vehicle();
        int accepted = 0;
        for (int n = 0; n < reports.size(); n++) {
            vehicle.submit("r" + n, new Report(reports.get(n), true));
            var answer = vehicle.answer();
            assertThat(answer.accepted() + answer.duplicates() + answer.tooOld())
                    .isEqualTo(reports.get(n).size());
            assertThat(answer.late()).isLessThanOrEqualTo(answer.accepted());
            accepted += answer.accepted();
        }
        assertThat(accepted).isEqualTo(expected(reports).size());
    }

    @Property(tries = TRIES)
    void inTheOrderOfTime_groupingChangesNothing(
            @ForAll("sightings") List<Sighting> sightings, @ForAll("sizes") List<Integer> sizes) {
        var byTime = sightings.stream().sorted(BY_TIME).toList();
        var whole = after(List.of(byTime));
        var parts = after(dealt(byTime, sizes));
        assertThat(recorded(parts.events())).isEqualTo(recorded(whole.events()));
        assertThat(transitions(parts.events())).isEqualTo(transitions(whole.events()));
        var one = (Known) whole.state();
        var other = (Known) parts.state();
        assertThat(other.seen()).isEqualTo(one.seen());
        assertThat(other.newestAt()).isEqualTo(one.newestAt());
        assertThat(other.situation().inside()).isEqualTo(one.situation().inside());
        assertThat(other.situation().codes()).isEqualTo(one.situation().codes());
        assertThat(other.situation().overspeed()).isEqualTo(one.situation().overspeed());
    }

    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.integers().between(1, 10).list().ofSize(60);
    }

    @Property(tries = TRIES)
    void situation_isThatOfTheNewestSignal(@ForAll("reports") List<List<Sighting>> reports) {
        var newest = reports.stream().flatMap(List::stream).max(BY_TIME).orElseThrow();
        var vehicle = (Known) after(reports).state();
        assertThat(vehicle.newestAt()).isEqualTo(newest.signal().at());
        assertThat(vehicle.situation().inside().keySet()).containsExactlyInAnyOrderElementsOf(newest.regions());
        if (newest.signal().codes() != null) {
            assertThat(vehicle.situation().codes().keySet())
                    .containsExactlyInAnyOrderElementsOf(newest.signal().codes());
        }
    }

    @Property(tries = TRIES)
    void replayAndSnapshot_leadToTheLiveState(@ForAll("reports") List<List<Sighting>> reports) throws IOException {
        var vehicle = after(reports);
        assertThat(vehicle.replayed()).isEqualTo(vehicle.state());
        byte[] snapshot = Json.JOURNAL.writerFor(VehicleState.class).writeValueAsBytes(vehicle.state());
        assertThat((Object) Json.JOURNAL.readValue(snapshot, VehicleState.class))
                .isEqualTo(vehicle.state());
    }

    @Property(tries = TRIES)
    void repeat_answersAsTheFirstTime_andChangesNothing(@ForAll("reports") List<List<Sighting>> reports) {
        var vehicle = vehicle();
        for (int n = 0; n < reports.size(); n++) {
            var first = vehicle.submit("r" + n, new Report(reports.get(n), true));
            var events = vehicle.events();
            assertThat(vehicle.submit("r" + n, new Report(reports.get(n), true)))
                    .isEqualTo(first.repeat());
            assertThat(vehicle.events()).isEqualTo(events);
        }
    }
}
