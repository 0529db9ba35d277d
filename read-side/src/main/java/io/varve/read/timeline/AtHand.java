package io.varve.read.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a process keeps at hand: read from the views when it is first asked for, and from then on changed by what the feed
 * brings. The feed may be ahead of the views, and have brought what they lack before anybody asked: so what it brought
 * last is remembered for a while, and what was read is read once more ten seconds later. Whatever the feed loses is wrong
 * until it is read anew.
 *
 * @param <T> immutable
 */
final class AtHand<T> {
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
    /** Of so many things that nobody has asked for it is known what the feed brought last. */
    private static final int MOST_RECENT = 10_000;

    private final Cache<String, Entry> entries;
    private final Cache<String, T> recent = Caffeine.newBuilder()
            .maximumSize(MOST_RECENT)
            .expireAfterWrite(AGAIN_AFTER)
            .build();
    private final T nothing;
    private final Function<String, CompletionStage<T>> read;
    private final BinaryOperator<T> merge;

    /**
     * @param most how many things are kept
     * @param forgetAfter after what time a thing is read anew
     * @param nothing what is known of a thing of which nothing is
     * @param read from the views
     * @param merge makes of what is at hand, and of what was read, what is at hand then
     */
    AtHand(
            int most,
            Duration forgetAfter,
            T nothing,
            Function<String, CompletionStage<T>> read,
            BinaryOperator<T> merge) {
        entries = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(forgetAfter)
                .build();
        this.nothing = nothing;
        this.read = read;
        this.merge = merge;
    }

    private final class Entry {
        private final CompletableFuture<Void> known = new CompletableFuture<>();
        private final AtomicBoolean again = new AtomicBoolean();
        private final long againNanoTime = System.nanoTime() + AGAIN_AFTER.toNanos();
        private volatile T value = nothing;

        synchronized void change(UnaryOperator<T> change) {
            value = change.apply(value);
        }

        void recall(String key) {
            change(had -> {
                var brought = recent.getIfPresent(key);
                return brought == null ? had : merge.apply(brought, had);
            });
        }

        CompletionStage<Void> look(String key) {
            return read.apply(key).thenAccept(found -> change(had -> merge.apply(had, found)));
        }

        boolean isDue() {
            return System.nanoTime() - againNanoTime >= 0 && again.compareAndSet(false, true);
        }
    }

    /** What is at hand, or null. Does not block. */
    T ifKnown(String key) {
        var entry = entries.getIfPresent(key);
        if (entry == null || !entry.known.isDone() || entry.known.isCompletedExceptionally()) {
            return null;
        }
        if (entry.isDue()) {
            // What fails here is made good when the entry is forgotten.
            entry.look(key);
        }
        return entry.value;
    }

    /** What is at hand, or, when that is nothing, in the views. */
    CompletionStage<T> get(String key) {
        var found = ifKnown(key);
        if (found != null) {
            return CompletableFuture.completedFuture(found);
        }
        var mine = new Entry();
        // In its place before it is read, so that what the feed brings meanwhile is not lost.
        var there = entries.asMap().putIfAbsent(key, mine);
        if (there == null) {
            mine.recall(key);
            mine.look(key).whenComplete((done, failure) -> {
                if (failure == null) {
                    mine.known.complete(null);
                } else {
                    entries.asMap().remove(key, mine);
                    mine.known.completeExceptionally(failure);
                }
            });
        }
        var entry = there == null ? mine : there;
        return entry.known.thenApply(done -> entry.value);
    }

    /** What the feed says of a thing; what is not at hand is read later, with what it says. */
    void change(String key, UnaryOperator<T> change) {
        // First, so that whoever comes to have the thing at hand meanwhile finds it here.
        recent.asMap().compute(key, (k, had) -> change.apply(had == null ? nothing : had));
        var entry = entries.getIfPresent(key);
        if (entry != null) {
            entry.change(change);
        }
    }

    void forget(String key) {
        entries.invalidate(key);
    }
}
