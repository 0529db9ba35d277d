package io.varve.read.entry;

import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Pages through an account's entries: the position is the revision of the last line. */
final class EntryPages {
    private static final String LIST = "entries";

    private EntryPages() {}

    /** Reads lines of one bucket with a revision below a bound, newest first. */
    interface Bucket {
        CompletionStage<List<EntryView>> lines(long bucket, long belowRevision, int limit);
    }

    /** The revision below which the page starts, or empty for the first page. */
    static Optional<Long> below(PageRequest page) {
        return page.cursor()
                .map(cursor -> Cursor.number(Cursor.decode(LIST, 1, cursor).get(0)));
    }

    /** Goes down from a revision, bucket by bucket, until the page is full. */
    static CompletionStage<Page<EntryView>> page(Bucket source, long belowRevision, int limit) {
        long newest = belowRevision - 1;
        return newest < 1
                ? CompletableFuture.completedFuture(new Page<>(List.of(), Optional.empty()))
                : collect(source, EntryBucket.of(newest), belowRevision, limit, new ArrayList<>());
    }

    private static CompletionStage<Page<EntryView>> collect(
            Bucket source, long bucket, long belowRevision, int limit, List<EntryView> lines) {
        // One line more than asked for tells whether there is a next page.
        return source.lines(bucket, belowRevision, limit + 1 - lines.size()).thenCompose(more -> {
            lines.addAll(more);
            if (lines.size() <= limit && bucket > 0) {
                return collect(source, bucket - 1, belowRevision, limit, lines);
            }
            return CompletableFuture.completedFuture(
                    Page.cut(lines, limit, line -> Cursor.encode(LIST, line.revision())));
        });
    }
}
