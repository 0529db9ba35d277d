package io.varve.read.projection;

import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that no event of an entity is skipped: where the feed jumps over a revision, the missing events are
 * read from the entity's own journal.
 *
 * <p>The tagged feed does jump: an event whose tag was written late, after a younger event of the same entity was
 * seen, is taken for a duplicate and dropped. The views' rows carry only what their event changes, so a skipped
 * event would leave a hole for ever.
 */
final class GapFiller<E> {
    private static final Logger LOG = LoggerFactory.getLogger(GapFiller.class);
    /** Entities whose last revision is kept in memory; an older one is asked of its view again. */
    private static final int KNOWN_LIMIT = 50_000;

    private final Revisions revisions;
    private final Journal<E> journal;
    private final Map<String, Long> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > KNOWN_LIMIT;
        }
    };

    /** How far the views of an entity have come. */
    interface Revisions {
        /** The revision up to which the views hold every event, 0 for an entity that they do not know. */
        CompletionStage<Long> of(String entityId);
    }

    /** The journal of one entity. */
    interface Journal<E> {
        /** The events of the revisions from and to, both included. */
        CompletionStage<List<Happened<E>>> events(String entityId, long from, long to);
    }

    GapFiller(Revisions revisions, Journal<E> journal) {
        this.revisions = revisions;
        this.journal = journal;
    }

    /** The group with what is missing before each of its events; one call at a time. */
    CompletionStage<List<Happened<E>>> fill(List<Happened<E>> group) {
        CompletionStage<List<Happened<E>>> filled = CompletableFuture.completedFuture(new ArrayList<>());
        var first = new LinkedHashMap<String, Long>();
        for (var happened : group) {
            filled = filled.thenCompose(soFar -> add(soFar, happened, first));
        }
        // Known only now is asked for: what a failed group has seen must count as unseen when it comes again.
        return filled.thenApply(all -> {
            known.putAll(first);
            return all;
        });
    }

    private CompletionStage<List<Happened<E>>> add(
            List<Happened<E>> soFar, Happened<E> happened, Map<String, Long> seen) {
        return before(happened, seen).thenApply(missing -> {
            soFar.addAll(missing);
            soFar.add(happened);
            seen.merge(happened.entityId(), happened.revision(), Math::max);
            return soFar;
        });
    }

    private CompletionStage<List<Happened<E>>> before(Happened<E> happened, Map<String, Long> seen) {
        String id = happened.entityId();
        Long last = seen.getOrDefault(id, known.get(id));
        if (last != null || happened.revision() == 1) {
            return missing(happened, last == null ? 0 : last);
        }
        return revisions.of(id).thenCompose(revision -> {
            seen.merge(id, revision, Math::max);
            return missing(happened, revision);
        });
    }

    private CompletionStage<List<Happened<E>>> missing(Happened<E> happened, long last) {
        if (happened.revision() <= last + 1) {
            return CompletableFuture.completedFuture(List.of());
        }
        LOG.info("{}: the feed jumped from {} to {}", happened.entityId(), last, happened.revision());
        return journal.events(happened.entityId(), last + 1, happened.revision() - 1);
    }
}
