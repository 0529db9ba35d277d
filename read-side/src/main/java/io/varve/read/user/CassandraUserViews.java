package io.varve.read.user;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.node.user.PushSubscription;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostViews;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Users in Cassandra. Filtering stays within the one partition that is named. */
public final class CassandraUserViews extends StoredUserViews {
    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement name;
    private final PreparedStatement mutes;
    private final PreparedStatement bookmarks;
    private final PreparedStatement subscriptions;

    /**
     * @param crowds to count whom a user follows, and by whom they are followed
     * @param posts to count what a user has written
     */
    public CassandraUserViews(CqlSession session, CrowdViews crowds, PostViews posts) {
        super(crowds, posts);
        queries = new Queries(session);
        byId = queries.prepare("SELECT user_id, display_name, bio, revision FROM user_view WHERE user_id = ?");
        name = queries.prepare("SELECT display_name FROM user_view WHERE user_id = ?");
        mutes = queries.prepare(
                "SELECT kind, target FROM user_mute WHERE user_id = ? AND muted = true ALLOW FILTERING");
        bookmarks = queries.prepare("SELECT post_id, since FROM user_bookmark WHERE user_id = ? AND post_id > ?"
                + " AND kept = true LIMIT ? ALLOW FILTERING");
        subscriptions = queries.prepare("SELECT endpoint, p256dh, auth FROM user_push WHERE user_id = ?"
                + " AND active = true ALLOW FILTERING");
    }

    @Override
    CompletionStage<Optional<UserRow>> row(String userId) {
        return queries.one(byId, userId).thenApply(row -> row.flatMap(found -> UserRow.read(found::getObject)));
    }

    @Override
    public CompletionStage<Optional<String>> displayName(String userId) {
        return queries.one(name, userId).thenApply(row -> row.map(found -> found.getString(0)));
    }

    @Override
    public CompletionStage<Mutes> mutes(String userId) {
        return queries.all(mutes, userId)
                .thenApply(rows -> UserRow.readMutes(rows.stream()
                        .<Function<String, Object>>map(row -> row::getObject)
                        .toList()));
    }

    @Override
    CompletionStage<List<Bookmark>> bookmarks(String userId, String after, int limit) {
        return queries.all(bookmarks, userId, after, limit)
                .thenApply(rows -> rows.stream()
                        .map(row -> UserRow.readBookmark(row::getObject))
                        .toList());
    }

    @Override
    public CompletionStage<List<PushSubscription>> subscriptions(String userId) {
        return queries.all(subscriptions, userId)
                .thenApply(rows -> rows.stream()
                        .map(row -> UserRow.readSubscription(row::getObject))
                        .toList());
    }
}
