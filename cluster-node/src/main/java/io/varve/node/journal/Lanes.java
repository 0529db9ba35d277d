package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One lane to each replica of the journal, so that a request's rows are at home where it is coordinated. */
final class Lanes {
    /** Stands for the only replica, and for one that is not known. */
    private static final UUID ANY = new UUID(0, 0);

    private final CqlSession session;
    private final JournalStatements statements;
    private final int requestsPerReplica;
    private final int batchBytes;
    private final Map<UUID, Lane> byReplica = new HashMap<>();

    Lanes(CqlSession session, JournalStatements statements, int requestsPerReplica, int batchBytes) {
        this.session = session;
        this.statements = statements;
        this.requestsPerReplica = requestsPerReplica;
        this.batchBytes = batchBytes;
    }

    Lane of(EntityWrite write) {
        return byReplica.computeIfAbsent(replica(write), r -> new Lane(requestsPerReplica, batchBytes));
    }

    Collection<Lane> all() {
        return byReplica.values();
    }

    private UUID replica(EntityWrite write) {
        var metadata = session.getMetadata();
        if (metadata.getNodes().size() < 2) {
            return ANY;
        }
        return metadata.getTokenMap()
                .flatMap(tokens ->
                        tokens.getReplicas(session.getKeyspace().orElseThrow(), statements.routingKey(write)).stream()
                                .map(node -> node.getHostId())
                                .sorted()
                                .findFirst())
                .orElse(ANY);
    }
}
