package io.varve.read.timeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a process keeps at hand: read from the views when it is first asked for, and from then on changed by what the feed
 * brings. The feed may be ahead of the views, and have brought what they lack before anybody asked: so what it brought
 * last is remembered for a while, and what was read is read again while it is asked for, soon first and then each minute.
 * Views that are behind so mislead for little longer than they are. Whatever the feed loses is wrong until it is read again.
 *
 * @param <T> immutable
 */
final class AtHand<T extends AtHand.Held<T>> {
    private static final Duration REMEMBERED = Duration.ofMinutes(2);
    /** Each is twice as long as the one before. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** A page may find very many that are to be read again. */
    private static final int MOST_LOOKS_AT_A_TIME = 16;
    /** What was brought for things that nobody has asked for has this part of the memory. */
    private static final int BROUGHT_PART = 4;
    /** Of a thing, whatever it is: the cache's node, the entry, the future. */
    private static final int OVERHEAD_BYTES = 250;

    private final Cache<String, Entry> entries;
    private final Cache<String, T> brought;
    private final Semaphore looks = new Semaphore(MOST_LOOKS_AT_A_TIME);
    private final T nothing;
    private final Function<String, CompletionStage<T>> read;
    private final Ticker ticker;

    /** What is known of a thing. */
    interface Held<T> {
        /** This, where the views now tell that. */
        T withRead(T found);

        /** What it takes in memory, estimated. */
        long bytes();
    }

    /**
     * @param mib how much memory all of it takes, estimated
     * @param forgetAfter after what time a thing is read as if for the first time
     * @param nothing what is known of a thing of which nothing is
     * @param read from the views
     */
    AtHand(int mib, Duration forgetAfter, T nothing, Function<String, CompletionStage<T>> read) {
        this(mib, forgetAfter, nothing, read, Ticker.systemTicker());
    }

    AtHand(int mib, Duration forgetAfter, T nothing, Function<String, CompletionStage<T>> read, Ticker ticker) {
        this.nothing = nothing;
        this.read = read;
        this.ticker = ticker;
        long bytes = Footprint.ofMib(mib);
        entries = Caffeine.newBuilder()
                .maximumWeight(bytes - bytes / BROUGHT_PART)
                .weigher((String key, Entry entry) -> entry.weigh(key))
                // What is weighed again does not live longer for that.
                .expireAfter(Expiry.creating((String key, Entry entry) -> forgetAfter))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
        brought = Caffeine.newBuilder()
                .maximumWeight(bytes / BROUGHT_PART)
                .weigher((String key, T value) -> weight(key, value))
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    private static <T extends Held<T>> int weight(String key, T value) {
        return (int) Math.min(Integer.MAX_VALUE, OVERHEAD_BYTES + Footprint.of(key) + value.bytes());
    }

    private final class Entry {
        private final CompletableFuture<Void> known = new CompletableFuture<>();
        private volatile T value = nothing;
        private volatile int weighed;
        private volatile long lookAtNanoTime = ticker.read() + FIRST_PAUSE.toNanos();
        private long pauseNanos = FIRST_PAUSE.toNanos();

        int weigh(String key) {
            weighed = weight(key, value);
            return weighed;
        }

        void change(String key, UnaryOperator<T> change) {
            synchronized (this) {
                value = change.apply(value);
            }
            if (weight(key, value) != weighed) {
                entries.asMap().replace(key, this, this);
            }
        }

        void recall(String key) {
            change(key, had -> {
                var before = brought.getIfPresent(key);
                return before == null ? had : before.withRead(had);
            });
        }

        CompletionStage<Void> look(String key) {
            return CompletableFuture.completedFuture(key)
                    .thenCompose(read)
                    .thenAccept(found -> change(key, had -> had.withRead(found)));
        }

        boolean isDue() {
            return ticker.read() - lookAtNanoTime >= 0;
        }

        /** Whether it is this caller who is to look. */
        synchronized boolean takeTurn() {
            if (!isDue()) {
                return false;
            }
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE.toNanos());
            lookAtNanoTime = ticker.read() + pauseNanos;
            return true;
        }
    }

    /** What is at hand, or null. Does not block. */
    T ifKnown(String key) {
        var entry = entries.getIfPresent(key);
        if (entry == null || !entry.known.isDone() || entry.known.isCompletedExceptionally()) {
            return null;
        }
        if (entry.isDue() && looks.tryAcquire()) {
            lookAgain(key, entry);
        }
        return entry.value;
    }

    /** What fails here is made good by the next look. */
    private void lookAgain(String key, Entry entry) {
        CompletionStage<Void> done = entry.takeTurn() ? entry.look(key) : CompletableFuture.completedFuture(null);
        done.whenComplete((looked, failure) -> looks.release());
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

    /** What the views tell now, and the feed has brought, whatever is at hand. */
    CompletionStage<T> readAgain(String key) {
        var entry = entries.getIfPresent(key);
        return entry == null ? get(key) : entry.look(key).thenApply(done -> entry.value);
    }

    /** What the feed says of a thing; what is not at hand is read later, with what it says. */
    void change(String key, UnaryOperator<T> change) {
        // First, so that whoever comes to have the thing at hand meanwhile finds it here.
        brought.asMap().compute(key, (k, had) -> change.apply(had == null ? nothing : had));
        var entry = entries.getIfPresent(key);
        if (entry != null) {
            entry.change(key, change);
        }
    }

    void forget(String key) {
        entries.invalidate(key);
    }
}
