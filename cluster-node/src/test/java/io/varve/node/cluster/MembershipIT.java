package io.varve.node.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.WriterProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class MembershipIT {
    private static final String KEYSPACE = "varve_membership_it";
    private static final Duration LONG = Duration.ofSeconds(120);
    /** Longer than any node waits for another to answer when it wants to join. */
    private static final Duration WHILE_OTHERS_STAND_STILL = Duration.ofSeconds(8);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path logs;

    private final CqlSession session = EmbeddedCassandra.session(KEYSPACE);
    private List<WriterProcess> nodes = List.of();

    @AfterEach
    void kill() {
        nodes.forEach(WriterProcess::kill);
        session.close();
    }

    private int beats() {
        return session.execute("SELECT address FROM cluster_member").all().size();
    }

    @Test
    void nodes_findOneAnother_andOneThatWasKilled_foundsNoSecondCluster_whileTheOthersStandStill() {
        nodes = IntStream.range(0, 3)
                .mapToObj(i -> new WriterProcess(KEYSPACE, "batching", logs.resolve("node-" + i + ".log")))
                .toList();
        nodes.forEach(WriterProcess::start);
        await("one cluster of three").atMost(LONG).until(() -> nodes.stream().allMatch(node -> node.membersUp() == 3));
        // A member beats for the first time a moment after it is up, and one that has never beaten is known to nobody.
        await("each has beaten").atMost(LONG).until(() -> beats() == 3);

        var first = nodes.get(0);
        var others = nodes.subList(1, 3);
        first.kill();
        others.forEach(WriterProcess::pause);
        first.start();
        await("it knows of the others").atMost(LONG).until(() -> first.timesLogged("Joins the cluster of") > 0);
        await().during(WHILE_OTHERS_STAND_STILL).atMost(LONG).until(() -> first.membersUp() == 0);

        others.forEach(WriterProcess::goOn);
        await("one cluster of three again")
                .atMost(LONG)
                .until(() -> nodes.stream().allMatch(node -> node.membersUp() == 3));
        assertThat(nodes.stream().mapToInt(node -> node.timesLogged("founds a cluster")))
                .containsOnly(0, 1)
                .containsOnlyOnce(1);
    }
}
