package io.varve.read.timeline;

import io.varve.read.notification.NotificationView;

/** Something that a user who listens is told. */
public sealed interface UserNews {
    /** The item has come into the feed. */
    record Posted(FeedItem item) implements UserNews {}

    /** The post has another text, wherever in the feed it is; the item is that of its author. */
    record Edited(FeedItem item) implements UserNews {}

    /** The post is in the feed no more, wherever it was. */
    record Deleted(String postId) implements UserNews {}

    /** The user was told something, which is not read yet. */
    record Notified(NotificationView notification) implements UserNews {}
}
