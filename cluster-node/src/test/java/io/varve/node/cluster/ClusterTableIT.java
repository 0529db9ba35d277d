package io.varve.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.schema.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClusterTableIT {
    private static CqlSession session;

    @BeforeAll
    static void start() {
        session = EmbeddedCassandra.session("varve_cluster_table_it");
        new Schema(session).apply("node");
    }

    @AfterAll
    static void stop() {
        session.close();
    }

    @Test
    void ofThoseWhoKnowTheSameFounding_oneMayFound() {
        var table = new ClusterTable(session);
        var none = table.founding();
        assertThat(none).isEmpty();

        assertThat(table.found(none, "a")).isTrue();
        assertThat(table.found(none, "b")).isFalse();

        var first = table.founding();
        assertThat(first).isPresent();
        assertThat(table.found(first, "b")).isTrue();
        assertThat(table.found(first, "a")).isFalse();
    }

    @Test
    void beats_change_untilTheNodeLeaves() {
        var table = new ClusterTable(session);
        table.beat("a");
        var first = table.beats().get("a");
        table.beat("a");
        assertThat(table.beats().get("a")).isNotNull().isNotEqualTo(first);
        table.leave("a");
        assertThat(table.beats()).doesNotContainKey("a");
    }
}
