package io.varve.read.feed;

import static java.util.concurrent.CompletableFuture.completedFuture;

import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountKind;
import io.varve.node.entity.EntityKind;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.Done;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.KillSwitches;
import org.apache.pekko.stream.UniqueKillSwitch;
import org.apache.pekko.stream.javadsl.Keep;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;

/** Reads one worker's pages of the accounts as a projection does, filling what the feed skips, and remembers all. */
final class Reader implements AutoCloseable {
    private static final EntityKind<?, ?, ?, ?, ?> KIND = AccountKind.create();

    private final ActorSystem<?> system;
    private final EventFeed feed;
    private final SourceProvider<Object, EventPage<AccountEvent>> pages;
    private final AtomicReference<UniqueKillSwitch> running = new AtomicReference<>();
    /** The revisions of each account in the order in which they came. */
    private final Map<String, List<Long>> arrived = new HashMap<>();

    private final Map<String, Long> last = new HashMap<>();
    private volatile CompletableFuture<Void> mayTake = completedFuture(null);
    private Object offset;
    private final Map<String, Integer> filled = new HashMap<>();
    private Throwable failure;

    Reader(ActorSystem<?> system, EventFeed feed, int worker, int workers) {
        this.system = system;
        this.feed = feed;
        pages = feed.pages(KIND, worker, workers);
    }

    /** Takes no more than the pages that are on their way already. */
    void pause() {
        mayTake = new CompletableFuture<>();
    }

    void goOn() {
        mayTake.complete(null);
    }

    /** Continues where another one was. */
    synchronized Reader from(Object someOffset) {
        offset = someOffset;
        return this;
    }

    /** Reads on and on. */
    Reader start() {
        source().thenAccept(source -> {
                    var stream = source.viaMat(KillSwitches.single(), Keep.right())
                            .mapAsync(1, this::take)
                            .toMat(Sink.ignore(), Keep.both())
                            .run(system);
                    running.set(stream.first());
                    stream.second().whenComplete((done, cause) -> fail(cause));
                })
                .toCompletableFuture()
                .join();
        return this;
    }

    /** Reads until something new has come, but not for long; then begins anew at the offset of the page. */
    CompletionStage<Done> readAFewPages() {
        return source().thenCompose(source -> source.mapAsync(1, this::take)
                .takeWhile(isNew -> !isNew)
                .takeWithin(Duration.ofSeconds(3))
                .runWith(Sink.ignore(), system));
    }

    private CompletionStage<Source<EventPage<AccountEvent>, NotUsed>> source() {
        return pages.source(() -> completedFuture(Optional.ofNullable(offset())));
    }

    private synchronized void fail(Throwable cause) {
        failure = cause;
    }

    /** Whether the page brought anything new. */
    private CompletionStage<Boolean> take(EventPage<AccountEvent> page) {
        CompletionStage<Boolean> taken = mayTake.thenApply(may -> false);
        for (var event : page.events()) {
            taken = taken.thenCompose(isNew -> fill(event).thenApply(done -> add(event) | isNew));
        }
        return taken.thenApply(isNew -> {
            setOffset(pages.extractOffset(page));
            return isNew;
        });
    }

    private CompletionStage<Done> fill(Happened<AccountEvent> event) {
        long before;
        synchronized (this) {
            before = last.getOrDefault(event.entityId(), 0L);
        }
        if (event.revision() <= before + 1) {
            return completedFuture(Done.getInstance());
        }
        return feed.<AccountEvent>eventsOf(KIND, event.entityId(), before + 1, event.revision() - 1)
                .thenApply(missing -> {
                    synchronized (this) {
                        filled.merge(event.entityId(), missing.size(), Integer::sum);
                        missing.forEach(this::add);
                    }
                    return Done.getInstance();
                });
    }

    private synchronized boolean add(Happened<AccountEvent> event) {
        boolean isNew = event.revision() > last.getOrDefault(event.entityId(), 0L);
        arrived.computeIfAbsent(event.entityId(), id -> new ArrayList<>()).add(event.revision());
        last.merge(event.entityId(), event.revision(), Math::max);
        return isNew;
    }

    private synchronized void setOffset(Object next) {
        offset = next;
    }

    synchronized Object offset() {
        return offset;
    }

    /** How many events of the account the feed did not bring. */
    synchronized int filled(String account) {
        return filled.getOrDefault(account, 0);
    }

    /** The revisions of an account in the order in which they came. */
    synchronized List<Long> revisions(String account) {
        if (failure != null) {
            throw new IllegalStateException("the feed has ended", failure);
        }
        return List.copyOf(arrived.getOrDefault(account, List.of()));
    }

    /** Whether every event of the account up to the revision came, and none after it. */
    boolean isComplete(String account, long revision) {
        var found = new HashSet<>(revisions(account));
        return found.size() == revision && found.stream().allMatch(n -> n >= 1 && n <= revision);
    }

    @Override
    public void close() {
        var stream = running.get();
        if (stream != null) {
            stream.shutdown();
        }
    }
}
