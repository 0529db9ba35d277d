package io.varve.node.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The lanes of a journal. A write for the feed goes first to the lane of its kind, because all rows of the feed that
 * leave together are one partition, and then to that of its replica, so that a request's rows are at home where it is
 * coordinated.
 */
final class Lanes {
    /** Stands for the only replica, and for one that is not known. */
    private static final UUID ANY = new UUID(0, 0);

    private final CqlSession session;
    private final JournalStatements statements;
    private final LaneSettings settings;
    private final FeedOrder feed;
    private final Consumer<EntityWrite> written;
    private final Map<String, Lane> byKind = new HashMap<>();
    private final Map<UUID, Lane> byReplica = new HashMap<>();

    /** @param written what is done with a write that is in the journal */
    Lanes(
            CqlSession session,
            JournalStatements statements,
            LaneSettings settings,
            FeedOrder feed,
            Consumer<EntityWrite> written) {
        this.session = session;
        this.statements = statements;
        this.settings = settings;
        this.feed = feed;
        this.written = written;
    }

    void add(EntityWrite write) {
        if (write.isForFeed()) {
            byKind.computeIfAbsent(write.kind(), k -> toFeed()).add(write);
        } else {
            addToJournal(write);
        }
    }

    private Lane toFeed() {
        return new Lane(
                settings.feedRequests(),
                settings.feedBatchBytes(),
                batch -> JournalStatements.request(batch.stream()
                        .map(write -> statements.feedRow(write, feed.confirmed(write)))
                        .toList()),
                this::addToJournal);
    }

    private void addToJournal(EntityWrite write) {
        byReplica.computeIfAbsent(replica(write), r -> toJournal()).add(write);
    }

    private Lane toJournal() {
        return new Lane(
                settings.requestsPerReplica(),
                settings.batchBytes(),
                batch -> JournalStatements.request(
                        batch.stream().flatMap(statements::messages).toList()),
                written);
    }

    Stream<Lane> all() {
        return Stream.concat(byKind.values().stream(), byReplica.values().stream());
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
