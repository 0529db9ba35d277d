package io.varve.read.projection;

import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.javadsl.Handler;

/** Takes events out of their envelopes, fills the gaps and hands them to the views of their kind. */
final class GroupHandler<E> extends Handler<List<EventEnvelope<Journaled<E>>>> {
    private final KindViews<E> views;
    private final RowStore rows;
    private final GapFiller<E> gaps;

    GroupHandler(KindViews<E> views, RowStore rows, GapFiller<E> gaps) {
        this.views = views;
        this.rows = rows;
        this.gaps = gaps;
    }

    @Override
    public CompletionStage<Done> process(List<EventEnvelope<Journaled<E>>> group) {
        var happened = group.stream().map(GroupHandler::happened).toList();
        return gaps.fill(happened)
                .thenCompose(filled -> views.write(filled, rows))
                .thenApply(done -> Done.getInstance());
    }

    private static <E> Happened<E> happened(EventEnvelope<Journaled<E>> envelope) {
        var recorded = envelope.event().recorded();
        var persistenceId = envelope.persistenceId();
        var entityId = persistenceId.substring(persistenceId.indexOf('|') + 1);
        return new Happened<>(entityId, envelope.sequenceNr(), recorded.command(), recorded.event());
    }
}
