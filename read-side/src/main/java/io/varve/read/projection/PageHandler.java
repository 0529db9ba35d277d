package io.varve.read.projection;

import io.varve.read.feed.EventPage;
import io.varve.read.table.RowStore;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.projection.javadsl.Handler;

/** Fills the gaps of a page, hands its events to the views of their kind, and does what comes after. */
final class PageHandler<E> extends Handler<EventPage<E>> {
    private final KindViews<E> views;
    private final RowStore rows;
    private final AfterRows<E> after;
    private final GapFiller<E> gaps;

    PageHandler(KindViews<E> views, RowStore rows, AfterRows<E> after, GapFiller<E> gaps) {
        this.views = views;
        this.rows = rows;
        this.after = after;
        this.gaps = gaps;
    }

    @Override
    public CompletionStage<Done> process(EventPage<E> page) {
        return gaps.fill(page.events())
                .thenCompose(filled -> views.write(filled.events(), rows)
                        .thenCompose(written -> after.done(filled.events()))
                        .thenRun(filled::done))
                .thenApply(done -> Done.getInstance());
    }
}
