package io.varve.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.varve.node.account.AccountAnswer;
import io.varve.node.account.AccountCommand;
import io.varve.node.account.Accounts;
import io.varve.node.entity.Outcome;
import io.varve.node.region.RegionAnswer;
import io.varve.node.region.RegionCommand;
import io.varve.node.region.RegionShape;
import io.varve.node.region.Regions;
import io.varve.node.route.RouteAnswer;
import io.varve.node.route.RouteCommand;
import io.varve.node.route.Routes;
import io.varve.node.vehicle.Signal;
import io.varve.node.vehicle.VehicleAnswer;
import io.varve.node.vehicle.VehicleCommand.Report;
import io.varve.node.vehicle.VehicleCommand.Sighting;
import io.varve.node.vehicle.Vehicles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A keyspace that was made before there were more kinds than accounts and transfers, on the real server. */
class NewKindsIT {
    private static final String KEYSPACE = "new_kinds";
    private static final List<String> NEW_SETTINGS = List.of(
            "tags-of-vehicle", "tags-of-region", "tags-of-route", "tags-of-user", "tags-of-post", "tags-of-crowd");
    private static final Instant AT = Instant.parse("2026-03-04T05:00:00Z");

    private static <T> T on(String keyspace, Function<Node, T> work) {
        var node = LocalNode.start(keyspace, "write", Map.of());
        try {
            return work.apply(node);
        } finally {
            LocalNode.stop(node);
        }
    }

    private static <A> Outcome<A, ?> await(CompletionStage<? extends Outcome<A, ?>> outcome) {
        return outcome.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static <A> Outcome<A, ?> accepted(A answer, long revision) {
        return new Outcome.Accepted<>(answer, revision, false);
    }

    private static Map<String, String> settings(CqlSession session) {
        return session.execute("SELECT name, value FROM schema_setting").all().stream()
                .collect(Collectors.toMap(row -> row.getString("name"), row -> row.getString("value")));
    }

    private static Outcome<AccountAnswer, ?> deposit(Node node, String commandId) {
        return await(new Accounts(node.entities())
                .submit("alice", commandId, "teller", null, new AccountCommand.Deposit(7, null, null)));
    }

    private static Report report(int from, int count) {
        var sightings = IntStream.range(from, from + count)
                .mapToObj(second -> new Signal(
                        AT.plusSeconds(second),
                        38.9 + second / 1e5,
                        -77.0,
                        27.5,
                        119.0,
                        null,
                        "C53",
                        "18632100",
                        null,
                        Map.of()))
                .map(signal -> new Sighting(signal, List.of("downtown"), null))
                .toList();
        return new Report(sightings, true);
    }

    private static CompletionStage<Outcome<VehicleAnswer, ?>> send(Node node, String commandId, Report report) {
        return new Vehicles(node.entities())
                .submit("bus-7", commandId, "device", null, report)
                .thenApply(outcome -> outcome);
    }

    @Test
    void keyspaceMadeBefore_getsTheNewKinds_andKeepsWhatItHas() {
        on(KEYSPACE, node -> {
            var open = new AccountCommand.Open("Alice", "EUR", 0, Map.of());
            await(new Accounts(node.entities()).submit("alice", "open", "teller", null, open));
            return deposit(node, "d1");
        });
        try (var session = EmbeddedCassandra.session(KEYSPACE)) {
            // As a version that did not know the kinds leaves it.
            NEW_SETTINGS.forEach(name -> session.execute("DELETE FROM schema_setting WHERE name = '" + name + "'"));
            assertThat(settings(session).keySet())
                    .containsExactlyInAnyOrder(
                            "number-of-shards",
                            "feed-slices",
                            "first-time-bucket",
                            "tags-of-account",
                            "tags-of-transfer");
        }
        on(KEYSPACE, node -> {
            assertThat(deposit(node, "d2")).isEqualTo(accepted(new AccountAnswer("alice", 14, 0, 14), 3));
            var shape = new RegionShape("Downtown", JsonNodeFactory.instance.objectNode(), null);
            assertThat(await(new Regions(node.entities())
                            .submit("downtown", "r", "planner", null, new RegionCommand.Draw(shape))))
                    .isEqualTo(accepted(new RegionAnswer("downtown", 1, true), 1));
            var define = new RouteCommand.Define("Heights", 50.0);
            var routes = new Routes(node.entities());
            assertThat(await(routes.submit("C53", "p1", "planner", null, define)))
                    .isEqualTo(accepted(new RouteAnswer("C53", true), 1));
            assertThat(await(routes.submit("C53", "p2", "planner", null, define)))
                    .isEqualTo(accepted(new RouteAnswer("C53", false), 1));
            return assertThat(await(send(node, "s1", report(0, 3))))
                    .isEqualTo(accepted(new VehicleAnswer("bus-7", true, 3, 0, 0, 0), 3));
        });
        try (var session = EmbeddedCassandra.session(KEYSPACE)) {
            assertThat(settings(session))
                    .containsEntry("tags-of-vehicle", "4")
                    .containsEntry("tags-of-region", "1")
                    .containsEntry("tags-of-route", "1")
                    .containsEntry("tags-of-user", "4")
                    .containsEntry("tags-of-post", "4")
                    .containsEntry("tags-of-crowd", "4");
        }
        on(
                KEYSPACE,
                node -> assertThat(await(send(node, "s2", report(1, 3))))
                        .isEqualTo(accepted(
                                new VehicleAnswer("bus-7", false, 1, 2, 0, 0, List.of(AT.plusSeconds(3))), 4)));
    }

    @Test
    void numberOfTagsOfAKind_cannotBecomeAnother() {
        on("other_tags", node -> node);
        try (var session = EmbeddedCassandra.session("other_tags")) {
            session.execute("UPDATE schema_setting SET value = '8' WHERE name = 'tags-of-vehicle'");
        }
        assertThatThrownBy(() -> on("other_tags", node -> node))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tags-of-vehicle is 8");
    }

    /** Sixteen of them are one write of some 3 MB, which Cassandra does not take as one batch. */
    @Test
    void reportsOfAThousandSignals_thatComeAtOnce_areAllDurable() {
        int reports = 20;
        on("large_reports", node -> {
            var outcomes = IntStream.range(0, reports)
                    .mapToObj(n -> send(node, "s" + n, report(1_000 * n, 1_000)))
                    .toList();
            outcomes.forEach(outcome -> assertThat(await(outcome))
                    .isInstanceOfSatisfying(
                            Outcome.Accepted.class,
                            accepted -> assertThat(((VehicleAnswer) accepted.answer()).accepted())
                                    .isEqualTo(1_000)));
            return node;
        });
        on("large_reports", node -> {
            for (int n = 0; n < reports; n++) {
                assertThat(await(send(node, "again" + n, report(1_000 * n, 1_000))))
                        .isInstanceOfSatisfying(
                                Outcome.Accepted.class,
                                accepted -> assertThat(((VehicleAnswer) accepted.answer()).duplicates())
                                        .isEqualTo(1_000));
            }
            return node;
        });
    }
}
