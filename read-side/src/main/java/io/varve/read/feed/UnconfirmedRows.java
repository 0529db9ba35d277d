package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedRow;
import io.varve.read.feed.SliceRows.Found;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Rows of silent journals that nothing confirms: the journals of their entities alone say what happened. */
final class UnconfirmedRows<E> {
    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final FeedPosition position;
    private final EntityJournal journal;

    UnconfirmedRows(EntityKind<?, ?, ?, ?, ?> kind, FeedPosition position, EntityJournal journal) {
        this.kind = kind;
        this.position = position;
        this.journal = journal;
    }

    /** Adds what has happened of the rows that are not confirmed; those of a dead journal the position passes. */
    CompletionStage<List<Placed<E>>> take(Found found, SilentWriter silent, List<Placed<E>> rows) {
        var place = found.place();
        var unconfirmed = found.rows().stream()
                .filter(row -> row.number() > found.confirmed())
                .toList();
        CompletionStage<List<Placed<E>>> taken = CompletableFuture.completedFuture(rows);
        for (var row : unconfirmed) {
            if (!row.events().isEmpty() && !silent.isLookedUp(place.slice(), row.number())) {
                taken = taken.thenCompose(soFar -> lookUp(row).thenApply(journaled -> {
                    if (!journaled.isEmpty()) {
                        soFar.add(new Placed<>(Optional.of(place.row(row.number())), journaled));
                    }
                    return soFar;
                }));
            }
        }
        return taken.thenApply(soFar -> {
            silent.lookedUp(
                    place.slice(), unconfirmed.stream().map(FeedRow::number).toList());
            if (silent.isClosed() && !found.rows().isEmpty()) {
                long last = found.rows().get(found.rows().size() - 1).number();
                position.advance(place.writer(), place.slice(), last);
            }
            return soFar;
        });
    }

    private CompletionStage<List<Happened<E>>> lookUp(FeedRow row) {
        var entityId = row.persistenceId().substring(row.persistenceId().indexOf('|') + 1);
        long last = row.firstRevision() + row.events().size() - 1;
        return journal.eventsOf(kind, entityId, row.firstRevision(), last);
    }

    /** Whether there is nothing to do but to wait for the journal to say more, or to be known as dead. */
    boolean isWaitedFor(Found found, SilentWriter silent) {
        var place = found.place();
        return found.rows().isEmpty()
                || !silent.isClosed()
                        && found.confirmed() <= position.number(place.writer(), place.slice())
                        && found.rows().stream().allMatch(row -> silent.isLookedUp(place.slice(), row.number()));
    }
}
