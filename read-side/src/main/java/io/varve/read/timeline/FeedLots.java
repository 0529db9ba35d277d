package io.varve.read.timeline;

import io.varve.read.query.Repeating;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Writes very many rows, of which only a lot is in memory at a time. */
final class FeedLots {
    private static final int ROWS = 5_000;

    private FeedLots() {}

    /** @param writes those of one feed next to each other, since they are one write of the server */
    static CompletionStage<Void> write(Stream<Write> writes, RowStore rows) {
        var left = writes.iterator();
        return Repeating.whileTrue(() -> rows.write(next(left)).thenApply(written -> left.hasNext()));
    }

    private static List<Write> next(Iterator<Write> left) {
        List<Write> lot = new ArrayList<>();
        while (left.hasNext() && lot.size() < ROWS) {
            lot.add(left.next());
        }
        return lot;
    }
}
