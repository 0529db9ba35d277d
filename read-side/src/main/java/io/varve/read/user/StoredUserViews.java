package io.varve.read.user;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.crowd.CrowdViews;
import io.varve.read.post.PostViews;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Users out of rows, wherever these are kept. */
abstract class StoredUserViews implements UserViews {
    private static final String BOOKMARKS = "bookmarks";

    private final CrowdViews crowds;
    private final PostViews posts;

    StoredUserViews(CrowdViews crowds, PostViews posts) {
        this.crowds = crowds;
        this.posts = posts;
    }

    abstract CompletionStage<Optional<UserRow>> row(String userId);

    /** What the user keeps: posts that are greater than an id, in the order of their ids. */
    abstract CompletionStage<List<Bookmark>> bookmarks(String userId, String after, int limit);

    @Override
    public CompletionStage<Reading<UserView>> user(String userId, long minRevision, Duration wait) {
        return Awaiting.revision(() -> row(userId), UserRow::revision, minRevision, wait)
                .thenCompose(reading -> reading.thenCompose(row -> view(row).thenApply(Reading.Found::new)));
    }

    private CompletionStage<UserView> view(UserRow row) {
        var id = row.userId();
        var followers = crowds.count(CrowdRelation.FOLLOWERS, id);
        var following = crowds.subjectCount(CrowdRelation.FOLLOWERS, id);
        var written = posts.countByAuthor(id);
        return followers.thenCompose(by -> following.thenCombine(
                written, (others, count) -> new UserView(id, row.profile(), by, others, count, row.revision())));
    }

    @Override
    public CompletionStage<Long> revision(String userId) {
        return row(userId).thenApply(row -> row.map(UserRow::revision).orElse(0L));
    }

    @Override
    public CompletionStage<Page<Bookmark>> bookmarks(String userId, PageRequest page) {
        var after = page.cursor()
                .map(cursor -> Cursor.decode(BOOKMARKS, 1, cursor).get(0))
                .orElse("");
        return bookmarks(userId, after, page.limit() + 1)
                .thenApply(found -> Page.cut(found, page.limit(), last -> Cursor.encode(BOOKMARKS, last.postId())));
    }
}
