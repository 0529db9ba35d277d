package io.varve.read.projection;

import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * All views of one kind of entity.
 *
 * @param first the views whose rows are written first, in any order
 * @param last the view that tells an entity's revision: whoever reads revision N there finds the others at N too. With
 *     it may come others whose rows are in the same partition, and so written at the same moment
 * @param tables every table that they write
 */
public record KindViews<E>(List<ViewHandler<E>> first, List<ViewHandler<E>> last, List<String> tables) {
    public KindViews {
        first = List.copyOf(first);
        last = List.copyOf(last);
        tables = List.copyOf(tables);
    }

    /** Every view of the kind. */
    public Stream<ViewHandler<E>> all() {
        return Stream.concat(first.stream(), last.stream());
    }

    /** Brings the rows up to a group of events; of several writes to a row only the last is sent. */
    public CompletionStage<Void> write(List<Happened<E>> group, RowStore rows) {
        return rows.write(writes(first, group)).thenCompose(done -> rows.write(writes(last, group)));
    }

    private static <E> List<Write> writes(List<ViewHandler<E>> views, List<Happened<E>> group) {
        return Write.lastOfEach(views.stream()
                .flatMap(view -> group.stream().flatMap(happened -> view.writes(happened).stream()))
                .toList());
    }
}
