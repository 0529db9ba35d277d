package io.varve.read.notification;

import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Notifications out of rows, wherever these are kept. Their group's id is the revision that began it. */
abstract class StoredNotificationViews implements NotificationViews {
    private static final String LIST = "notifications";

    /** The user's revision up to which all is read, or 0. */
    abstract CompletionStage<Long> readUpTo(String userId);

    /** Groups that began before a revision, the one that began last first. */
    abstract CompletionStage<List<NotificationView>> groups(
            String userId, long beforeRevision, int limit, long readUpTo);

    /** How many groups have grown after a revision. */
    abstract CompletionStage<Long> grownAfter(String userId, long revision);

    @Override
    public CompletionStage<Page<NotificationView>> notifications(String userId, PageRequest page) {
        long before = page.cursor()
                .map(cursor -> Cursor.number(Cursor.decode(LIST, 1, cursor).get(0)))
                .orElse(Long.MAX_VALUE);
        return readUpTo(userId)
                .thenCompose(readUpTo -> groups(userId, before, page.limit() + 1, readUpTo))
                .thenApply(found -> Page.cut(found, page.limit(), last -> Cursor.encode(LIST, last.groupId())));
    }

    @Override
    public CompletionStage<Long> unread(String userId) {
        return readUpTo(userId).thenCompose(readUpTo -> grownAfter(userId, readUpTo));
    }
}
