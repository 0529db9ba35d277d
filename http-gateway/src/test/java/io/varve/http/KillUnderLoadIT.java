package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.EmbeddedCassandra;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The bad days: kill -9 of nodes and of Cassandra under load. Nothing acknowledged is lost, nothing happens twice. */
class KillUnderLoadIT {
    private static final long SEED = Long.getLong("varve.seed", 20_251_123);
    private static final String KEYSPACE = "varve_kill_test";
    private static final int CLIENTS = 6;
    /** How many answers there must be between two blows: proof that the cluster works. */
    private static final int ANSWERS_BETWEEN = 150;

    @Test
    @Timeout(900)
    void killedNodesAndCassandra_loseNothing_andRepeatNothing(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder)
            throws Exception {
        var cassandra = new EmbeddedCassandra(folder);
        var nodes = NodeProcess.cluster(3, folder, cassandra.contactPoint(), KEYSPACE);
        try {
            nodes.forEach(NodeProcess::start);
            nodes.forEach(NodeProcess::awaitReady);
            var apis = nodes.stream().map(node -> node.api).toList();
            var accounts = openAccounts(apis.get(0));
            List<RandomLoad.Command> commands;
            try (var load = new RandomLoad(apis, accounts)) {
                load.start(CLIENTS, SEED);
                awaitAnswers(load);
                killAndRestart(nodes.get(1));
                awaitAnswers(load);
                cassandra.kill();
                cassandra.start();
                awaitAnswers(load);
                // The oldest node: it coordinates the shards and drives the projections' distribution.
                killAndRestart(nodes.get(0));
                awaitAnswers(load);
                commands = load.end();
            }
            audit(new Audit(apis.get(2), commands), accounts);
            try (var session = cassandra.connect(KEYSPACE)) {
                Audit.journalHasNoGapsOrDuplicates(session);
            }
        } finally {
            nodes.forEach(NodeProcess::kill);
            cassandra.kill();
        }
    }

    private static void killAndRestart(NodeProcess node) {
        node.kill();
        node.start();
        node.awaitReady();
    }

    private static List<String> openAccounts(Api api) {
        var ids = new ArrayList<>(
                IntStream.range(0, 10).mapToObj(i -> "account-" + i).toList());
        ids.forEach(id -> api.open(id, RandomLoad.CURRENCY, 1_000));
        api.open(RandomLoad.SINK, RandomLoad.CURRENCY, 0);
        return List.copyOf(ids);
    }

    private static void awaitAnswers(RandomLoad load) {
        int enough = load.answers() + ANSWERS_BETWEEN;
        Awaitility.await("answers under load").atMost(Duration.ofSeconds(150)).until(() -> {
            load.check();
            return load.answers() >= enough;
        });
    }

    private static void audit(Audit audit, List<String> accounts) {
        var statuses = audit.transfersEnd();
        assertThat(statuses.values()).contains("completed", "rolled-back");
        audit.totalsHold();
        var all = new ArrayList<>(accounts);
        all.add(RandomLoad.SINK);
        audit.statementsRun(all);
        audit.everyCommandTookEffectOnce(statuses);
    }
}
