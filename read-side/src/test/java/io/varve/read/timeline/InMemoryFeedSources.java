package io.varve.read.timeline;

import static io.varve.node.crowd.CrowdRelation.BOOSTS;
import static io.varve.node.crowd.CrowdRelation.FOLLOWERS;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdMemberHandler;
import io.varve.read.post.PostByAuthorHandler;
import io.varve.read.table.InMemoryRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What feeds are made of, in the rows that the views' handlers wrote. */
final class InMemoryFeedSources implements FeedSources {
    private final InMemoryRows rows;

    InMemoryFeedSources(InMemoryRows rows) {
        this.rows = rows;
    }

    private Stream<Function<String, Object>> where(String table, String column, Object value) {
        return rows.all(table).stream().filter(row -> value.equals(row.apply(column)));
    }

    private static CompletionStage<FeedPart> part(Stream<FeedRow> found, FeedRow after, int limit) {
        var rows = found.filter(after::precedes).sorted().limit(limit).toList();
        return CompletableFuture.completedFuture(FeedPart.of(rows, limit));
    }

    @Override
    public CompletionStage<FeedPart> rows(String userId, FeedRow after, int limit) {
        var found = where(FeedTables.ROWS, "user_id", userId)
                .filter(row -> row.apply("present").equals(true))
                .map(row -> row(row, "at", (String) row.apply("by_user"), (Long) row.apply("boost")));
        return part(found, after, limit);
    }

    private static FeedRow row(Function<String, Object> row, String at, String by, long boost) {
        return new FeedRow((Instant) row.apply(at), (String) row.apply("post_id"), by, boost);
    }

    @Override
    public CompletionStage<FeedPart> posts(String author, FeedRow after, int limit) {
        var found = where(PostByAuthorHandler.TABLE, "author", author)
                .filter(row -> row.apply("comment").equals(false))
                .filter(row -> row.apply("deleted").equals(false))
                .map(row -> row(row, "created_at", author, 0));
        return part(found, after, limit);
    }

    @Override
    public CompletionStage<FeedPart> boosts(String by, FeedRow after, int limit) {
        return part(boosts(by), after, limit)
                .thenCompose(
                        part -> standing(by, part.rows()).thenApply(standing -> new FeedPart(standing, part.upTo())));
    }

    private Stream<FeedRow> boosts(String by) {
        return where(BoostHandler.TABLE, "by_user", by).map(row -> row(row, "at", by, (Long) row.apply("boost")));
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by) {
        return CompletableFuture.completedFuture(boosts(by).toList());
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by, String postId) {
        return CompletableFuture.completedFuture(
                boosts(by).filter(row -> row.postId().equals(postId)).toList());
    }

    @Override
    public CompletionStage<List<FeedRow>> standing(String by, List<FeedRow> boosts) {
        return CompletableFuture.completedFuture(boosts.stream()
                .filter(boost -> subjects(BOOSTS, by)
                        .anyMatch(row -> row.apply("subject").equals(boost.postId())
                                && row.apply("revision").equals(boost.boost())))
                .toList());
    }

    private Stream<Function<String, Object>> subjects(CrowdRelation relation, String member) {
        return present(CrowdMemberHandler.BY_MEMBER_TABLE, relation)
                .filter(row -> row.apply("member").equals(member));
    }

    private Stream<Function<String, Object>> present(String table, CrowdRelation relation) {
        return where(table, "relation", relation.label())
                .filter(row -> row.apply("present").equals(true));
    }

    @Override
    public CompletionStage<List<FollowEdge>> followers(String author, int limit) {
        return CompletableFuture.completedFuture(present(CrowdMemberHandler.TABLE, FOLLOWERS)
                .filter(row -> row.apply("subject").equals(author))
                .map(row -> new FollowEdge((String) row.apply("member"), true, (Long) row.apply("revision")))
                .toList());
    }

    @Override
    public CompletionStage<List<FollowEdge>> followersAmong(String author, Collection<String> userIds) {
        return followers(author, Integer.MAX_VALUE)
                .thenApply(edges -> edges.stream()
                        .filter(edge -> userIds.contains(edge.userId()))
                        .toList());
    }

    @Override
    public CompletionStage<Set<String>> followed(String userId, Collection<String> authors) {
        return CompletableFuture.completedFuture(subjects(FOLLOWERS, userId)
                .map(row -> (String) row.apply("subject"))
                .filter(authors::contains)
                .collect(Collectors.toSet()));
    }

    @Override
    public CompletionStage<Set<String>> bigAuthors() {
        return CompletableFuture.completedFuture(rows.all(FeedTables.BIG_AUTHORS).stream()
                .map(row -> (String) row.apply("author"))
                .collect(Collectors.toUnmodifiableSet()));
    }
}
