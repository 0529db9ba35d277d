package io.varve.read.projection;

import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import io.varve.read.transfer.TimelineHandler;
import io.varve.read.transfer.TransferByAccountHandler;
import io.varve.read.transfer.TransferView;
import io.varve.read.transfer.TransferViewHandler;
import io.varve.read.transfer.TransferViews;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of transfers to transfers, their timelines and the transfers by account. */
public final class TransferProjection {
    private TransferProjection() {}

    public static KindViews<TransferEvent> views() {
        return new KindViews<>(
                List.of(new TransferByAccountHandler()),
                List.of(new TimelineHandler(), new TransferViewHandler()),
                List.of(
                        TransferByAccountHandler.TABLE,
                        TransferByAccountHandler.MONTHS_TABLE,
                        TimelineHandler.TABLE,
                        TransferViewHandler.TABLE));
    }

    public static void start(
            ActorSystem<?> system,
            String role,
            EventFeed feed,
            RowStore rows,
            TransferViews transfers,
            ProjectionSettings settings) {
        KindProjection.start(
                system, role, TransferKind.create(), views(), feed, rows, id -> revision(transfers, id), settings);
    }

    private static CompletionStage<Long> revision(TransferViews transfers, String id) {
        return transfers
                .transfer(id)
                .thenApply(row -> row.map(TransferView::revision).orElse(0L));
    }
}
