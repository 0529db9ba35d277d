package io.varve.read.user;

import static java.util.Comparator.comparing;

import io.varve.node.user.PushSubscription;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostViews;
import io.varve.read.table.InMemoryRows;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

public final class InMemoryUserViews extends StoredUserViews {
    private final InMemoryRows rows;

    public InMemoryUserViews(InMemoryRows rows, CrowdViews crowds, PostViews posts) {
        super(crowds, posts);
        this.rows = rows;
    }

    @Override
    CompletionStage<Optional<UserRow>> row(String userId) {
        return CompletableFuture.completedFuture(
                rows.one(UserViewHandler.TABLE, userId).flatMap(UserRow::read));
    }

    @Override
    public CompletionStage<Optional<String>> displayName(String userId) {
        return row(userId).thenApply(row -> row.map(found -> found.profile().displayName()));
    }

    /** @param holds the column that says whether the row is in force */
    private Stream<Function<String, Object>> of(String userId, String table, String holds) {
        return rows.all(table).stream()
                .filter(row -> row.apply("user_id").equals(userId))
                .filter(row -> row.apply(holds).equals(true));
    }

    @Override
    public CompletionStage<Mutes> mutes(String userId) {
        return CompletableFuture.completedFuture(UserRow.readMutes(
                of(userId, UserListHandler.MUTES_TABLE, "muted").toList()));
    }

    @Override
    CompletionStage<List<Bookmark>> bookmarks(String userId, String after, int limit) {
        return CompletableFuture.completedFuture(of(userId, UserListHandler.BOOKMARKS_TABLE, "kept")
                .map(UserRow::readBookmark)
                .filter(bookmark -> bookmark.postId().compareTo(after) > 0)
                .sorted(comparing(Bookmark::postId))
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<List<PushSubscription>> subscriptions(String userId) {
        return CompletableFuture.completedFuture(of(userId, UserListHandler.PUSH_TABLE, "active")
                .map(UserRow::readSubscription)
                .sorted(comparing(PushSubscription::endpoint))
                .toList());
    }
}
