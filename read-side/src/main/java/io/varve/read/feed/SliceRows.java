package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;
import io.varve.node.journal.FeedNews;
import io.varve.node.journal.FeedRow;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds the rows that come after a position: in the tail that the news have brought, or in the table. */
final class SliceRows {
    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final FeedPosition position;
    private final FeedTable table;
    private final FeedNews news;

    SliceRows(EntityKind<?, ?, ?, ?, ?> kind, FeedPosition position, FeedTable table, FeedNews news) {
        this.kind = kind;
        this.position = position;
        this.table = table;
        this.news = news;
    }

    /** Where rows may be found. */
    record Place(int writer, int slice) {
        SlicePlace row(long number) {
            return new SlicePlace(writer, slice, number);
        }
    }

    /**
     * Where to look.
     *
     * @param head the number up to which news confirm rows, or 0
     * @param silent whether the journal is not heard of, so that nobody says whether there are any
     */
    record Look(Place place, long head, boolean silent) {}

    /** Rows that were found there, and how far they are confirmed. */
    record Found(Place place, List<FeedRow> rows, long confirmed, boolean silent) {}

    /** The next rows of a place, so many at most. */
    CompletionStage<Found> find(Look look, int limit) {
        var place = look.place();
        long after = position.number(place.writer(), place.slice());
        var tail = look.silent()
                ? Optional.<List<FeedRow>>empty()
                : news.tail(place.writer(), kind.name(), place.slice(), after);
        if (tail.isPresent()) {
            return CompletableFuture.completedFuture(new Found(place, tail.get(), Long.MAX_VALUE, false));
        }
        return stored(look, after, limit)
                .thenApply(
                        rows -> new Found(place, rows.rows(), Math.max(look.head(), rows.confirmed()), look.silent()));
    }

    private CompletionStage<FeedTable.Rows> stored(Look look, long after, int limit) {
        var place = look.place();
        var rows = table.rows(place.writer(), kind.name(), place.slice(), after, limit);
        if (!look.silent()) {
            return rows;
        }
        // Nobody says whether the block goes on where its last rows are missing.
        return rows.thenCompose(found -> found.rows().isEmpty()
                ? table.rows(place.writer(), kind.name(), place.slice(), FeedLog.lastOfBlock(after + 1), limit)
                : CompletableFuture.completedFuture(found));
    }

    static <E> List<Happened<E>> events(FeedRow row) {
        List<Happened<E>> events = new ArrayList<>(row.events().size());
        long revision = row.firstRevision();
        for (var event : row.events()) {
            events.add(EntityJournal.happened(row.persistenceId(), revision++, event));
        }
        return events;
    }
}
