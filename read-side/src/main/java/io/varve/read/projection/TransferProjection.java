package io.varve.read.projection;

import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferKind;
import io.varve.read.feed.EventFeed;
import io.varve.read.table.RowStore;
import io.varve.read.transfer.TimelineHandler;
import io.varve.read.transfer.TransferByAccountHandler;
import io.varve.read.transfer.TransferViewHandler;
import java.util.List;
import org.apache.pekko.actor.typed.ActorSystem;

/** From the events of transfers to transfers, their timelines and the transfers by account. */
public final class TransferProjection {
    private TransferProjection() {}

    public static KindViews<TransferEvent> views() {
        return new KindViews<>(
                List.of(new TimelineHandler(), new TransferByAccountHandler()), new TransferViewHandler());
    }

    public static void start(
            ActorSystem<?> system, String role, EventFeed feed, RowStore rows, ProjectionSettings settings) {
        KindProjection.start(system, role, TransferKind.create(), views(), feed, rows, settings);
    }
}
