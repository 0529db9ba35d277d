package io.varve.read.timeline;

import static io.varve.node.crowd.CrowdRelation.BOOSTS;
import static io.varve.node.crowd.CrowdRelation.FOLLOWERS;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Queries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What feeds are made of, in Cassandra. Filtering stays within the one partition that is named. */
final class CassandraFeedSources implements FeedSources {
    private static final int LANES = 16;
    /** As many ids as a query names at most. */
    private static final int LOT = 100;

    private static final String FOLLOWER_ROWS =
            "SELECT member, revision FROM crowd_member WHERE relation = ? AND subject = ? AND bucket = ?";
    private static final String PRESENT_ONES = " AND present = true LIMIT ? ALLOW FILTERING";

    private final Queries queries;
    private final PreparedStatement rows;
    private final PreparedStatement posts;
    private final PreparedStatement boosts;
    private final PreparedStatement allBoosts;
    private final PreparedStatement boostsOfPost;
    private final PreparedStatement followers;
    private final PreparedStatement follower;
    private final PreparedStatement subjects;
    private final PreparedStatement bigAuthors;

    CassandraFeedSources(CqlSession session) {
        queries = new Queries(session);
        rows = queries.prepare("SELECT at, post_id, by_user, boost FROM feed_row WHERE user_id = ?"
                + " AND (at, post_id, by_user, boost) < (?, ?, ?, ?)" + PRESENT_ONES);
        posts = queries.prepare("SELECT created_at, post_id FROM post_by_author WHERE author = ? AND comment = false"
                + " AND (created_at, post_id) <= (?, ?) AND deleted = false LIMIT ? ALLOW FILTERING");
        boosts = queries.prepare(
                "SELECT at, post_id, boost FROM boost WHERE by_user = ? AND (at, post_id) <= (?, ?) LIMIT ?");
        allBoosts = queries.prepare("SELECT at, post_id, boost FROM boost WHERE by_user = ?");
        boostsOfPost = queries.prepare(
                "SELECT at, post_id, boost FROM boost WHERE by_user = ? AND post_id = ? ALLOW FILTERING");
        followers = queries.prepare(FOLLOWER_ROWS + PRESENT_ONES);
        follower = queries.prepare(FOLLOWER_ROWS + " AND member = ?" + PRESENT_ONES);
        subjects = queries.prepare("SELECT subject, revision FROM crowd_by_member"
                + " WHERE relation = ? AND member = ? AND subject IN ?" + PRESENT_ONES);
        bigAuthors = queries.prepare("SELECT author FROM big_author WHERE map = ?");
    }

    @Override
    public CompletionStage<FeedPart> rows(String userId, FeedRow after, int limit) {
        return queries.all(rows, userId, after.at(), after.postId(), after.by(), after.boost(), limit)
                .thenApply(found -> FeedPart.of(read(found, CassandraFeedSources::row), limit));
    }

    private static FeedRow row(Row row) {
        return new FeedRow(row.getInstant(0), row.getString(1), row.getString(2), row.getLong(3));
    }

    @Override
    public CompletionStage<FeedPart> posts(String author, FeedRow after, int limit) {
        // One more, since the place itself may be among them.
        return queries.all(posts, author, after.at(), after.postId(), limit + 1)
                .thenApply(found -> FeedPart.of(
                                read(found, row -> new FeedRow(row.getInstant(0), row.getString(1), author, 0)),
                                limit + 1)
                        .after(after));
    }

    @Override
    public CompletionStage<FeedPart> boosts(String by, FeedRow after, int limit) {
        return queries.all(boosts, by, after.at(), after.postId(), limit + 1).thenCompose(found -> {
            var part = FeedPart.of(readBoosts(found, by), limit + 1).after(after);
            return standing(by, part.rows()).thenApply(standing -> new FeedPart(standing, part.upTo()));
        });
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by) {
        return queries.all(allBoosts, by).thenApply(found -> readBoosts(found, by));
    }

    @Override
    public CompletionStage<List<FeedRow>> allBoosts(String by, String postId) {
        return queries.all(boostsOfPost, by, postId).thenApply(found -> readBoosts(found, by));
    }

    private static List<FeedRow> readBoosts(List<Row> rows, String by) {
        return read(rows, row -> new FeedRow(row.getInstant(0), row.getString(1), by, row.getLong(2)));
    }

    @Override
    public CompletionStage<List<FeedRow>> standing(String by, List<FeedRow> ofThese) {
        var posts = ofThese.stream().map(FeedRow::postId).distinct().toList();
        return subjects(BOOSTS.label(), by, posts)
                .thenApply(found ->
                        found.stream().collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))))
                .thenApply(newest -> ofThese.stream()
                        .filter(boost -> newest.getOrDefault(boost.postId(), 0L) == boost.boost())
                        .toList());
    }

    @Override
    public CompletionStage<List<FollowEdge>> followers(String author, int limit) {
        var buckets = IntStream.range(0, FOLLOWERS.buckets()).boxed().toList();
        return Concurrently.forEach(buckets, bucket -> queries.all(followers, FOLLOWERS.label(), author, bucket, limit))
                .thenApply(CassandraFeedSources::edges);
    }

    @Override
    public CompletionStage<List<FollowEdge>> followersAmong(String author, Collection<String> userIds) {
        return Concurrently.inLanes(
                        LANES,
                        List.copyOf(userIds),
                        user -> queries.all(follower, FOLLOWERS.label(), author, FOLLOWERS.bucketOf(user), user, 1))
                .thenApply(CassandraFeedSources::edges);
    }

    private static List<FollowEdge> edges(List<List<Row>> found) {
        return found.stream()
                .flatMap(List::stream)
                .map(row -> new FollowEdge(row.getString(0), true, row.getLong(1)))
                .toList();
    }

    @Override
    public CompletionStage<Set<String>> followed(String userId, Collection<String> authors) {
        return subjects(FOLLOWERS.label(), userId, authors)
                .thenApply(found -> found.stream().map(row -> row.getString(0)).collect(Collectors.toSet()));
    }

    /** Those of the subjects whose crowds a member belongs to. */
    private CompletionStage<List<Row>> subjects(String relation, String member, Collection<String> ofThese) {
        return Concurrently.inLanes(
                        LANES, lots(List.copyOf(ofThese)), lot -> queries.all(subjects, relation, member, lot, LOT))
                .thenApply(found -> found.stream().flatMap(List::stream).toList());
    }

    private static List<List<String>> lots(List<String> ids) {
        List<List<String>> lots = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += LOT) {
            lots.add(ids.subList(from, Math.min(ids.size(), from + LOT)));
        }
        return lots;
    }

    @Override
    public CompletionStage<Set<String>> bigAuthors() {
        return queries.all(bigAuthors, FeedTables.ALL)
                .thenApply(
                        found -> found.stream().map(row -> row.getString(0)).collect(Collectors.toUnmodifiableSet()));
    }

    private static <T> List<T> read(List<Row> rows, Function<Row, T> each) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(each.apply(row)));
        return all;
    }
}
