package io.varve.node.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/**
 * What the readers of this process know of the journals of all processes: how far each part of the feed may be
 * read, and the newest rows of the journal in this very process, which need not be read from Cassandra at all.
 *
 * <p>News may be lost on the way from another node. Each one says everything, so that the next makes up for it.
 */
public final class FeedNews implements Extension {
    /** Rows that are kept for each slice of a kind. */
    private static final int TAIL_ROWS = 64;

    private static final Id ID = new Id();

    private final ActorRef post;
    private final ConcurrentMap<Integer, Heard> journals = new ConcurrentHashMap<>();
    private final ConcurrentMap<SliceOf, Tail> tails = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AtomicReference<CompletableFuture<Void>>> news = new ConcurrentHashMap<>();

    private record SliceOf(int writer, String kind, int slice) {}

    /** What was heard of a journal. */
    private static final class Heard {
        private final ConcurrentMap<String, AtomicLongArray> heads = new ConcurrentHashMap<>();
        private volatile long nanoTime = System.nanoTime();
    }

    /** The newest rows of a slice, in their order and without a gap. */
    private static final class Tail {
        private final Deque<FeedRow> rows = new ArrayDeque<>();

        synchronized void add(FeedRow row) {
            rows.add(row);
            if (rows.size() > TAIL_ROWS) {
                rows.remove();
            }
        }

        synchronized Optional<List<FeedRow>> after(long number) {
            if (rows.isEmpty() || rows.peek().number() > number + 1) {
                return Optional.empty();
            }
            return Optional.of(
                    rows.stream().filter(row -> row.number() > number).toList());
        }
    }

    private static final class Id extends AbstractExtensionId<FeedNews> {
        @Override
        public FeedNews createExtension(ExtendedActorSystem system) {
            return new FeedNews(system);
        }
    }

    private FeedNews(ExtendedActorSystem system) {
        post = system.systemActorOf(FeedNewsPost.props(this), "varve-feed-news");
    }

    public static FeedNews get(ActorSystem system) {
        return ID.get(system);
    }

    /** The journal of this process has durable rows; of each slice those that follow the ones of before. */
    void confirmed(int writer, List<EntityWrite> writes) {
        Map<String, long[]> heads = new HashMap<>();
        for (var write : writes) {
            tails.computeIfAbsent(new SliceOf(writer, write.kind(), write.slice()), s -> new Tail())
                    .add(write.feedRow());
            heads.computeIfAbsent(write.kind(), k -> new long[FeedLog.SLICES])[write.slice()] = write.number;
        }
        var news = new FeedHeads(writer, heads);
        heard(news);
        post.tell(writer, ActorRef.noSender());
    }

    /** Takes over what is newer than what was known, and wakes the readers. */
    void heard(FeedHeads heads) {
        var heard = journals.computeIfAbsent(heads.writer(), w -> new Heard());
        heard.nanoTime = System.nanoTime();
        heads.bySlice().forEach((kind, numbers) -> {
            var known = heard.heads.computeIfAbsent(kind, k -> new AtomicLongArray(FeedLog.SLICES));
            boolean newer = false;
            for (int slice = 0; slice < numbers.length; slice++) {
                long number = numbers[slice];
                newer |= known.getAndAccumulate(slice, number, Math::max) < number;
            }
            if (newer) {
                ofKind(kind).getAndSet(new CompletableFuture<>()).complete(null);
            }
        });
    }

    private AtomicReference<CompletableFuture<Void>> ofKind(String kind) {
        return news.computeIfAbsent(kind, k -> new AtomicReference<>(new CompletableFuture<>()));
    }

    /** Everything that is known of a journal. */
    FeedHeads heads(int writer) {
        Map<String, long[]> bySlice = new HashMap<>();
        var heard = journals.get(writer);
        if (heard != null) {
            heard.heads.forEach((kind, numbers) -> {
                var copy = new long[FeedLog.SLICES];
                for (int slice = 0; slice < copy.length; slice++) {
                    copy[slice] = numbers.get(slice);
                }
                bySlice.put(kind, copy);
            });
        }
        return new FeedHeads(writer, bySlice);
    }

    /** The journals that were heard of since this process started. */
    public Set<Integer> writers() {
        return Set.copyOf(journals.keySet());
    }

    /** Whether a journal made itself heard within the given time; each does so every second. */
    public boolean isHeard(int writer, Duration within) {
        var heard = journals.get(writer);
        return heard != null && System.nanoTime() - heard.nanoTime < within.toNanos();
    }

    /** The number up to which all rows of a slice are durable, as far as heard; 0 for none. */
    public long head(int writer, String kind, int slice) {
        var heard = journals.get(writer);
        var heads = heard == null ? null : heard.heads.get(kind);
        return heads == null ? 0 : heads.get(slice);
    }

    /** The durable rows after a number, if the journal is in this process and they are all remembered. */
    public Optional<List<FeedRow>> tail(int writer, String kind, int slice, long number) {
        var tail = tails.get(new SliceOf(writer, kind, slice));
        return tail == null ? Optional.empty() : tail.after(number);
    }

    /** Completes, in a thread of the messenger, with the next news of a kind. */
    public CompletableFuture<Void> next(String kind) {
        return ofKind(kind).get();
    }
}
