package io.varve.node.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The schema steps on the real server. */
class SchemaIT {
    private static final List<String> OF_THE_NODE =
            List.of("001-journal.cql", "002-snapshots.cql", "003-feed.cql", "004-cluster.cql");

    private static List<String> steps(CqlSession session) {
        return session.execute("SELECT step FROM schema_step WHERE module = 'node'").all().stream()
                .map(row -> row.getString("step"))
                .toList();
    }

    private static List<Long> written(CqlSession session) {
        return session.execute("SELECT writetime(value) AS at FROM schema_setting").all().stream()
                .map(row -> row.getLong("at"))
                .toList();
    }

    @Test
    void steps_areAppliedOnce() {
        try (var session = EmbeddedCassandra.session("schema_once")) {
            new Schema(session).apply("node");
            assertThat(steps(session)).isEqualTo(OF_THE_NODE);
            // Were the step applied again, the table would be back.
            session.execute("DROP TABLE tag_scanning");
            new Schema(session).apply("node");
            assertThat(session.execute("SELECT table_name FROM system_schema.tables"
                                    + " WHERE keyspace_name = 'schema_once' AND table_name = 'tag_scanning'")
                            .one())
                    .isNull();
        }
    }

    @Test
    void steps_thatDiedBeforeTheirMark_areAppliedAgain() {
        try (var session = EmbeddedCassandra.session("schema_died")) {
            new Schema(session).apply("node");
            session.execute("DELETE FROM schema_step WHERE module = 'node' AND step = '002-snapshots.cql'");
            new Schema(session).apply("node");
            assertThat(steps(session)).isEqualTo(OF_THE_NODE);
        }
    }

    @Test
    void twoProcesses_thatStartTogether_bothFindTheSchema() throws Exception {
        var together = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var both = IntStream.range(0, 2)
                    .mapToObj(n -> CompletableFuture.runAsync(() -> startNode(together), pool))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(both).join();
        } finally {
            pool.shutdown();
        }
        try (var session = EmbeddedCassandra.session("schema_both")) {
            assertThat(steps(session)).isEqualTo(OF_THE_NODE);
            assertThat(session.execute("SELECT holder FROM schema_lock").all()).isEmpty();
        }
    }

    private static void startNode(CyclicBarrier together) {
        try (var session = EmbeddedCassandra.session("schema_both")) {
            together.await();
            new Schema(session).apply("node");
            assertThat(session.execute("SELECT persistence_id FROM messages").all())
                    .isEmpty();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void setting_isFixedByTheFirst_andRequiredOfAllOthers() {
        try (var session = EmbeddedCassandra.session("schema_fixed")) {
            var schema = new Schema(session);
            assertThat(schema.fix("shards", "100")).isEqualTo("100");
            var written = written(session);
            assertThat(schema.fix("shards", "50")).isEqualTo("100");
            schema.require("shards", "100");
            assertThatThrownBy(() -> schema.require("shards", "50"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("shards is 100")
                    .hasMessageContaining("50");
            assertThat(written(session)).isEqualTo(written);
        }
    }

    @Test
    void keyspaceName_isRefused_whenItIsNotPlain() {
        try (var session = EmbeddedCassandra.session("schema_fixed")) {
            assertThatThrownBy(() -> Schema.createKeyspace(session, "x; DROP KEYSPACE y", "datacenter1", 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void module_isRefused_whenItHasNoSteps() {
        try (var session = EmbeddedCassandra.session("schema_fixed")) {
            assertThatThrownBy(() -> new Schema(session).apply("nothing"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cql/nothing/steps.txt");
        }
    }
}
