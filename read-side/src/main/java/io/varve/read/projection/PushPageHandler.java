package io.varve.read.projection;

import io.varve.node.user.UserEvent;
import io.varve.read.feed.EventPage;
import io.varve.read.push.PushWorker;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.projection.javadsl.Handler;

/** Hands pages to a worker of the push messages. */
final class PushPageHandler extends Handler<EventPage<UserEvent>> {
    private final PushWorker worker;
    private final GapFiller<UserEvent> gaps;

    PushPageHandler(PushWorker worker, GapFiller<UserEvent> gaps) {
        this.worker = worker;
        this.gaps = gaps;
    }

    @Override
    public CompletionStage<Done> start() {
        return worker.start().thenApply(done -> Done.getInstance());
    }

    @Override
    public CompletionStage<Done> process(EventPage<UserEvent> page) {
        return gaps.fill(page.events())
                .thenCompose(filled -> worker.push(filled.events()).thenRun(filled::done))
                .thenApply(done -> Done.getInstance());
    }

    @Override
    public CompletionStage<Done> stop() {
        worker.stop();
        return super.stop();
    }
}
