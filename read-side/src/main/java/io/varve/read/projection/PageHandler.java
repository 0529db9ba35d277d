package io.varve.read.projection;

import io.varve.read.feed.EventPage;
import io.varve.read.table.RowStore;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.projection.javadsl.Handler;

/** Fills the gaps of a page and hands its events to the views of their kind. */
final class PageHandler<E> extends Handler<EventPage<E>> {
    private final KindViews<E> views;
    private final RowStore rows;
    private final GapFiller<E> gaps;

    PageHandler(KindViews<E> views, RowStore rows, GapFiller<E> gaps) {
        this.views = views;
        this.rows = rows;
        this.gaps = gaps;
    }

    @Override
    public CompletionStage<Done> process(EventPage<E> page) {
        return gaps.fill(page.events())
                .thenCompose(filled -> views.write(filled.events(), rows).thenRun(filled::done))
                .thenApply(done -> Done.getInstance());
    }
}
