package io.varve.read.projection;

import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What is to be done when the rows of a page are written; only then the page counts as handled. It may read what the
 * page has written, which a {@link io.varve.read.table.ViewHandler} must not.
 */
public interface AfterRows<E> {
    /**
     * @param events those of the page, with what the feed had left out. They may come again, also when all went well,
     *     so that it must not matter how often it is done
     */
    CompletionStage<Void> done(List<Happened<E>> events);

    /** Nothing. */
    static <E> AfterRows<E> nothing() {
        return events -> CompletableFuture.completedFuture(null);
    }
}
