package io.varve.node.cluster;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.ResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where the nodes of a keyspace leave word of themselves. Every call waits for Cassandra. */
final class ClusterTable {
    /** A keyspace has one cluster. */
    private static final String CLUSTER = "varve";

    private final CqlSession session;

    /** @param session uses the keyspace, in which the tables exist */
    ClusterTable(CqlSession session) {
        this.session = session;
    }

    /** The last beat of each node, by its address; also of nodes that died without a word. */
    Map<String, UUID> beats() {
        var beats = new HashMap<String, UUID>();
        execute("SELECT address, beat FROM cluster_member WHERE cluster = ?", CLUSTER)
                .forEach(row -> beats.put(row.getString("address"), row.getUuid("beat")));
        return beats;
    }

    /** Says that a node lives. */
    void beat(String address) {
        execute(
                "INSERT INTO cluster_member (cluster, address, beat) VALUES (?, ?, ?)",
                CLUSTER,
                address,
                UUID.randomUUID());
    }

    /** Says that a node is gone. */
    void leave(String address) {
        execute("DELETE FROM cluster_member WHERE cluster = ? AND address = ?", CLUSTER, address);
    }

    /** The last founding, empty when there has been none. */
    Optional<UUID> founding() {
        var row = session.execute(statement("SELECT founding FROM cluster_founding WHERE cluster = ?", CLUSTER)
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL))
                .one();
        return Optional.ofNullable(row).map(found -> found.getUuid("founding"));
    }

    /**
     * Takes the right to found a cluster.
     *
     * @param last the founding that is known; whoever knows an older one than the last does not get the right
     */
    boolean found(Optional<UUID> last, String address) {
        return execute(
                        "UPDATE cluster_founding SET founding = ?, address = ? WHERE cluster = ? IF founding = ?",
                        UUID.randomUUID(),
                        address,
                        CLUSTER,
                        last.orElse(null))
                .wasApplied();
    }

    private ResultSet execute(String cql, Object... values) {
        return session.execute(statement(cql, values));
    }

    private static SimpleStatement statement(String cql, Object... values) {
        return SimpleStatement.newInstance(cql, values)
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL);
    }
}
