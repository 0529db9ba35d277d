package io.varve.read.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Big authors with their posts and boosts, as the views would tell of them; counts how often they are asked. */
final class CountedFeedSources implements FeedSources {
    final Map<String, TreeSet<FeedRow>> posts = new HashMap<>();
    final Map<String, TreeSet<FeedRow>> boosts = new HashMap<>();
    final Map<String, Set<String>> follows = new HashMap<>();
    final Set<String> big = new HashSet<>();
    int questions;
    int waiting;
    int mostWaiting;
    /** Whether answers come when they are asked for, or by {@link #answer}. */
    boolean holds;

    private final Set<Runnable> held = new HashSet<>();

    static FeedRow row(String by, int second, long boost) {
        return new FeedRow(Instant.ofEpochSecond(second), "p-" + by + "-" + second, by, boost);
    }

    void writes(String author, int second) {
        posts.computeIfAbsent(author, a -> new TreeSet<>()).add(row(author, second, 0));
    }

    void passesOn(String by, int second, long revision) {
        boosts.computeIfAbsent(by, a -> new TreeSet<>()).add(row(by, second, revision));
    }

    private <T> CompletionStage<T> asked(Supplier<T> answer) {
        questions++;
        var future = new CompletableFuture<T>();
        if (holds) {
            mostWaiting = Math.max(mostWaiting, ++waiting);
            held.add(() -> {
                waiting--;
                future.complete(answer.get());
            });
        } else {
            future.complete(answer.get());
        }
        return future;
    }

    /** Answers until nothing is asked any more. */
    void answer() {
        while (!held.isEmpty()) {
            var now = List.copyOf(held);
            held.clear();
            now.forEach(Runnable::run);
        }
    }

    private static FeedPart part(Map<String, TreeSet<FeedRow>> of, String by, FeedRow after, int limit) {
        var rows = of.getOrDefault(by, new TreeSet<>()).tailSet(after, false).stream()
                .limit(limit)
                .toList();
        return FeedPart.of(rows, limit);
    }

    @Override
    public CompletionStage<FeedPart> rows(String userId, FeedRow after, int limit) {
        return asked(() -> new FeedPart(List.of(), Optional.empty()));
    }

    @Override
    public CompletionStage<FeedPart> posts(String author, FeedRow after, int limit) {
        return asked(() -> part(posts, author, after, limit));
    }

    @Override
    public CompletionStage<FeedPart> boosts(String by, FeedRow after, int limit) {
        return asked(() -> part(boosts, by, after, limit));
    }

    @Override
    public CompletionStage<Set<String>> followed(String userId, Collection<String> authors) {
        return asked(() -> follows.getOrDefault(userId, Set.of()).stream()
                .filter(authors::contains)
                .collect(Collectors.toSet()));
    }

    @Override
    public CompletionStage<Set<String>> bigAuthors() {
        return CompletableFuture.completedFuture(Set.copyOf(big));
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by, String postId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<FeedRow>> standing(String by, List<FeedRow> ofThese) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<FollowEdge>> followers(String author, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<List<FollowEdge>> followersAmong(String author, Collection<String> userIds) {
        throw new UnsupportedOperationException();
    }
}
