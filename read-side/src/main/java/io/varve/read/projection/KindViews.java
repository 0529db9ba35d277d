package io.varve.read.projection;

import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * All views of one kind of entity.
 *
 * @param first the views whose rows are written first, in any order
 * @param last the view that tells an entity's revision: whoever reads revision N there finds the others at N too
 */
public record KindViews<E>(List<ViewHandler<E>> first, ViewHandler<E> last) {
    public KindViews {
        first = List.copyOf(first);
    }

    /** Brings the rows up to a group of events; of several writes to a row only the last is sent. */
    public CompletionStage<Void> write(List<Happened<E>> group, RowStore rows) {
        var firstWrites = first.stream()
                .flatMap(view -> group.stream().flatMap(happened -> view.writes(happened).stream()))
                .toList();
        var lastWrites = group.stream()
                .flatMap(happened -> last.writes(happened).stream())
                .toList();
        return rows.write(Write.lastOfEach(firstWrites)).thenCompose(done -> rows.write(Write.lastOfEach(lastWrites)));
    }
}
