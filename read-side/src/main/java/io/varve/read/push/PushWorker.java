package io.varve.read.push;

import io.varve.node.user.UserEvent;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the users of one worker of the projection are told. A page counts as handled when its messages are written
 * down; they are sent meanwhile, and after a crash by the next worker: at least once, and none is waited for.
 */
public final class PushWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PushWorker.class);
    private static final int LANES = 16;

    private final PushMessages messages;
    private final PushRows rows;
    private final Outbox outbox;

    PushWorker(PushMessages messages, PushRows rows, Delivery delivery) {
        this.messages = messages;
        this.rows = rows;
        outbox = new Outbox(delivery, rows);
    }

    /** Goes on with what the last worker left. */
    public CompletionStage<Void> start() {
        return rows.all().thenAccept(left -> left.forEach(outbox::put));
    }

    /** Fails when a message could not be made, or not be written down: the page must come again. */
    public CompletionStage<Void> push(List<Happened<UserEvent>> events) {
        return messages.of(events)
                .thenApply(this::admitted)
                .thenCompose(made -> Concurrently.inLanes(LANES, made, rows::write)
                        .thenAccept(written -> made.forEach(outbox::put)));
    }

    private List<PushMessage> admitted(List<PushMessage> made) {
        var byRoom = made.stream().collect(Collectors.partitioningBy(outbox::hasRoom));
        if (!byRoom.get(false).isEmpty()) {
            LOG.warn(
                    "{} push messages are given up: too many wait to be sent again",
                    byRoom.get(false).size());
        }
        return byRoom.get(true);
    }

    /** What is underway may come to an end; nothing more is sent. */
    public void stop() {
        outbox.stop();
    }
}
