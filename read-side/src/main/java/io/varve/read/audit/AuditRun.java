package io.varve.read.audit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pekko.NotUsed;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One audit from its beginning to its end, as fast as its lines are taken and no faster. */
final class AuditRun {
    private static final Logger LOG = LoggerFactory.getLogger(AuditRun.class);
    /** Entities that are compared at the same time. */
    private static final int LOOKING = 8;
    /** Entities that lack something and are waited for: were they few, the first real gaps would hold up the rest. */
    private static final int WAITING = 1_024;
    /** Entities that are healed at the same time. */
    private static final int HEALING = 4;

    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final String NOT_COMPARED = "It could not be compared; the node's log says why";

    private final JournalEntities entities;
    private final Map<String, EntityAudit<?>> kinds;
    private final AuditRequest request;
    private final Duration patience;

    private final long beginNanos = System.nanoTime();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong gaps = new AtomicLong();
    private final AtomicLong healed = new AtomicLong();
    private final AtomicLong unchecked = new AtomicLong();
    private volatile boolean complete = true;

    /** @param kinds those that are to be looked at */
    AuditRun(JournalEntities entities, Map<String, EntityAudit<?>> kinds, AuditRequest request, Duration patience) {
        this.entities = entities;
        this.kinds = kinds;
        this.request = request;
        this.patience = patience;
    }

    private record Entity(EntityAudit<?> audit, String id) {}

    /** @param lack empty when it could not be compared */
    private record Looked(Entity entity, long last, Optional<Lack> lack) {
        boolean isClean() {
            return lack.map(Lack::isEmpty).orElse(false);
        }
    }

    Source<AuditLine, NotUsed> lines() {
        return persistenceIds()
                .mapConcat(id -> entity(id).stream().toList())
                .mapAsyncUnordered(LOOKING, this::look)
                .filterNot(Looked::isClean)
                .mapAsyncUnordered(WAITING, this::lookAgain)
                .filterNot(Looked::isClean)
                .mapAsyncUnordered(HEALING, this::conclude)
                .mapConcat(lines -> lines)
                .map(this::counted)
                .keepAlive(SILENCE, this::progress)
                // At once: whoever asked is to know that it has begun.
                .prepend(Source.lazySingle(this::progress))
                .concatLazy(Source.lazySingle(this::summary));
    }

    private Source<String, NotUsed> persistenceIds() {
        if (request.entityId().isPresent()) {
            return Source.from(kinds.keySet())
                    .map(kind -> kind + "|" + request.entityId().get());
        }
        return Source.unfoldAsync(Optional.of(JournalEntities.START), this::page)
                .mapConcat(ids -> ids);
    }

    private CompletionStage<Optional<Pair<Optional<Long>, List<String>>>> page(Optional<Long> after) {
        if (after.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return Pauses.retrying(() -> entities.after(after.get()))
                .thenApply(page -> Optional.of(Pair.create(page.next(), page.persistenceIds())))
                .exceptionally(failure -> {
                    LOG.error("The audit ends early: the journal cannot be read", failure);
                    complete = false;
                    return Optional.empty();
                });
    }

    /** Empty for what is not ours, or not to be looked at: sharding keeps its own journal in the same table. */
    private Optional<Entity> entity(String persistenceId) {
        int bar = persistenceId.indexOf('|');
        return Optional.ofNullable(bar < 0 ? null : kinds.get(persistenceId.substring(0, bar)))
                .map(audit -> new Entity(audit, persistenceId.substring(bar + 1)));
    }

    private List<Span> spans(long last) {
        return request.deep() ? Span.all(last) : Span.ends(last);
    }

    private CompletionStage<Looked> look(Entity entity) {
        return Pauses.retrying(() -> entities.last(entity.audit().kind() + "|" + entity.id())
                        .thenCompose(last -> entity.audit()
                                .look(entity.id(), last == 0 ? List.of() : spans(last))
                                .thenApply(lack -> new Looked(entity, last, Optional.of(lack)))))
                .exceptionally(failure -> failed(entity, failure))
                .thenApply(looked -> {
                    seen.addAndGet(looked.last() == 0 && looked.isClean() ? 0 : 1);
                    return looked;
                });
    }

    private CompletionStage<Looked> lookAgain(Looked before) {
        if (before.lack().isEmpty()) {
            return CompletableFuture.completedFuture(before);
        }
        var entity = before.entity();
        return Pauses.retrying(() -> entity.audit()
                        .lookAgain(
                                entity.id(), spans(before.last()), before.lack().get(), patience)
                        .thenApply(lack -> new Looked(entity, before.last(), Optional.of(lack))))
                .exceptionally(failure -> failed(entity, failure));
    }

    private CompletionStage<List<AuditLine>> conclude(Looked behind) {
        var entity = behind.entity();
        if (behind.lack().isEmpty()) {
            return CompletableFuture.completedFuture(List.of(notCompared(entity)));
        }
        return Pauses.retrying(() -> entity.audit()
                        .conclude(entity.id(), behind.last(), request.heal())
                        .<List<AuditLine>>thenApply(List::copyOf))
                .exceptionally(failure -> {
                    failed(entity, failure);
                    return List.of(notCompared(entity));
                });
    }

    private static Looked failed(Entity entity, Throwable failure) {
        LOG.error("{} {} could not be compared", entity.audit().kind(), entity.id(), failure);
        return new Looked(entity, 0, Optional.empty());
    }

    private static AuditLine notCompared(Entity entity) {
        return new AuditLine.Unchecked(entity.audit().kind(), entity.id(), NOT_COMPARED);
    }

    private AuditLine counted(AuditLine line) {
        if (line instanceof AuditLine.Gap gap) {
            gaps.incrementAndGet();
            healed.addAndGet(gap.healed() ? 1 : 0);
        } else if (line instanceof AuditLine.Unchecked) {
            unchecked.incrementAndGet();
        }
        return line;
    }

    private AuditLine progress() {
        return new AuditLine.Progress(seen.get(), gaps.get());
    }

    private AuditLine summary() {
        double seconds = (System.nanoTime() - beginNanos) / 1_000_000 / 1_000.0;
        return new AuditLine.Summary(seen.get(), gaps.get(), healed.get(), unchecked.get(), complete, seconds);
    }
}
