package io.varve.read.audit;

import io.varve.read.audit.AuditLine.Gap;
import io.varve.read.projection.KindViews;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the entities of one kind with their views: replays the events through the views' handlers, which are
 * pure, and looks whether the rows show what the handlers would write.
 */
final class EntityAudit<E> {
    private static final Logger LOG = LoggerFactory.getLogger(EntityAudit.class);
    private static final int LOOKS = 5;
    /** Longer than any entity takes to be compared. */
    private static final Duration EXPIRES_SOON = Duration.ofMinutes(10);

    private static final String HIDDEN =
            "What was written does not show: the row was deleted or changed under a clock's time, which hides it";
    private static final String NOT_WRITTEN = "The rows could not be written; the node's log says why";

    private final String kind;
    private final KindViews<E> views;
    private final Journal<E> journal;
    private final StoredRows stored;
    private final RowStore rows;

    /** The journal of one entity. */
    interface Journal<E> {
        /** The events of the revisions from and to, both included. */
        CompletionStage<List<Happened<E>>> events(String entityId, long from, long to);
    }

    EntityAudit(String kind, KindViews<E> views, Journal<E> journal, StoredRows stored, RowStore rows) {
        this.kind = kind;
        this.views = views;
        this.journal = journal;
        this.stored = stored;
        this.rows = rows;
    }

    String kind() {
        return kind;
    }

    /** What the views do not show of the events. */
    CompletionStage<Lack> look(String entityId, List<Span> spans) {
        return look(entityId, Span.chunks(spans), 0, new Lack());
    }

    private CompletionStage<Lack> look(String entityId, List<Span> chunks, int next, Lack soFar) {
        if (next == chunks.size()) {
            return CompletableFuture.completedFuture(soFar);
        }
        return events(entityId, chunks.get(next))
                .thenCompose(events -> stored.lacking(writes(events)))
                .thenCompose(lacking -> {
                    soFar.add(lacking);
                    return look(entityId, chunks, next + 1, soFar);
                });
    }

    /** Looks again, with growing pauses, until nothing lacks any more or the patience is at its end. */
    CompletionStage<Lack> lookAgain(String entityId, List<Span> spans, Lack before, Duration patience) {
        return lookAgain(entityId, spans, before, patience.dividedBy((1 << LOOKS) - 1), LOOKS);
    }

    private CompletionStage<Lack> lookAgain(
            String entityId, List<Span> spans, Lack before, Duration pause, int looksLeft) {
        if (before.isEmpty() || looksLeft == 0) {
            return CompletableFuture.completedFuture(before);
        }
        // What was there before the first that lacked has not gone since.
        var left = Span.from(before.first(), spans);
        return Pauses.after(pause)
                .thenCompose(done -> look(entityId, left))
                .thenCompose(now -> lookAgain(entityId, left, now, pause.multipliedBy(2), looksLeft - 1));
    }

    /** Names all that the views do not show of an entity that lacks something, and heals it if it is to. */
    CompletionStage<List<Gap>> conclude(String entityId, long last, boolean heal) {
        return look(entityId, Span.all(last)).thenCompose(lack -> {
            if (lack.isEmpty() || !heal) {
                return CompletableFuture.completedFuture(gaps(entityId, last, lack, lack, Optional.empty()));
            }
            var spans = List.of(new Span(lack.first(), last));
            return heal(entityId, Span.chunks(spans), 0)
                    .thenCompose(done -> look(entityId, spans))
                    .thenApply(left -> gaps(entityId, last, lack, left, Optional.of(HIDDEN)))
                    .exceptionally(failure -> {
                        LOG.error("{} {} could not be healed", kind, entityId, failure);
                        return gaps(entityId, last, lack, lack, Optional.of(NOT_WRITTEN));
                    });
        });
    }

    private CompletionStage<Void> heal(String entityId, List<Span> chunks, int next) {
        if (next == chunks.size()) {
            return CompletableFuture.completedFuture(null);
        }
        return events(entityId, chunks.get(next))
                .thenCompose(events -> views.write(events, rows).thenCompose(done -> stored.lacking(writes(events))))
                .thenCompose(this::overwrite)
                .thenCompose(done -> heal(entityId, chunks, next + 1));
    }

    /** A deletion by a clock's time hides all revisions, but where a row never changes the clock may outbid it. */
    private CompletionStage<Void> overwrite(List<Write> hidden) {
        long nowMicros = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
        return rows.write(hidden.stream()
                .filter(write -> StoredRow.isWrittenOnce(write.shape()))
                .map(write -> write.at(nowMicros))
                .toList());
    }

    private List<Gap> gaps(String entityId, long last, Lack lack, Lack left, Optional<String> whyLeft) {
        return lack.byView().entrySet().stream()
                .map(view -> {
                    var missing = view.getValue();
                    boolean healed = !left.lacks(view.getKey());
                    return new Gap(
                            kind,
                            entityId,
                            view.getKey(),
                            last,
                            missing.first().get(0) - 1,
                            missing.first(),
                            missing.count(),
                            healed,
                            healed ? Optional.empty() : whyLeft);
                })
                .toList();
    }

    /** The events; fails when the journal does not have each of them once. */
    private CompletionStage<List<Happened<E>>> events(String entityId, Span span) {
        return journal.events(entityId, span.from(), span.to()).thenApply(events -> {
            var revisions = events.stream().mapToLong(Happened::revision).toArray();
            if (!Arrays.equals(
                    revisions, LongStream.rangeClosed(span.from(), span.to()).toArray())) {
                throw new BrokenJournalException(
                        "the journal of " + kind + " " + entityId + " does not have each of " + span + " once");
            }
            return events;
        });
    }

    /** What the events must show as, save what has expired or is about to. */
    private List<Write> writes(List<Happened<E>> events) {
        var soon = Instant.now().plus(EXPIRES_SOON);
        return events.stream()
                .flatMap(this::writes)
                .filter(write -> !write.isExpired(soon))
                .toList();
    }

    private Stream<Write> writes(Happened<E> event) {
        return views.all().flatMap(view -> view.writes(event).stream());
    }
}
