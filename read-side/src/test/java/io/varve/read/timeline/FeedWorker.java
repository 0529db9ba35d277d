package io.varve.read.timeline;

import io.varve.read.projection.KindViews;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A worker of a projection that goes by small steps: the rows of the views, then what the fan-out reads, then lot by
 * lot what it writes. Now and then it crashes, and begins at an earlier page again.
 */
final class FeedWorker<E> implements RowStore {
    private static final int CRASHES_ONE_IN = 12;

    private final List<Happened<E>> events;
    private final KindViews<E> views;
    private final RowStore rows;
    private final Function<List<Happened<E>>, CompletionStage<Void>> fanOut;
    private final Random luck;
    private final List<Held> held = new ArrayList<>();
    private int from;
    private List<Happened<E>> page = List.of();
    private CompletableFuture<Void> running;

    private record Held(List<Write> writes, CompletableFuture<Void> done) {}

    /** @param fanOut of this worker, made with itself as the rows */
    FeedWorker(
            List<Happened<E>> events,
            KindViews<E> views,
            RowStore rows,
            Function<RowStore, Function<List<Happened<E>>, CompletionStage<Void>>> fanOut,
            Random luck) {
        this.events = events;
        this.views = views;
        this.rows = rows;
        this.fanOut = fanOut.apply(this);
        this.luck = luck;
    }

    boolean isDone() {
        return from == events.size();
    }

    /** @param mayCrash whether it goes on as it should */
    void step(boolean mayCrash) {
        if (mayCrash && luck.nextInt(CRASHES_ONE_IN) == 0) {
            held.clear();
            running = null;
            page = List.of();
            from = luck.nextInt(from + 1);
        } else if (page.isEmpty()) {
            page = events.subList(from, Math.min(events.size(), from + 1 + luck.nextInt(4)));
            FeedScene.await(views.write(page, rows));
        } else if (running == null) {
            running = fanOut.apply(page).toCompletableFuture();
        } else if (!held.isEmpty()) {
            var next = held.remove(luck.nextInt(held.size()));
            FeedScene.await(rows.write(next.writes()));
            next.done().complete(null);
        }
        if (running != null && running.isDone()) {
            running.join();
            running = null;
            from += page.size();
            page = List.of();
        }
    }

    @Override
    public CompletionStage<Void> write(List<Write> writes) {
        var done = new CompletableFuture<Void>();
        held.add(new Held(writes, done));
        return done;
    }
}
