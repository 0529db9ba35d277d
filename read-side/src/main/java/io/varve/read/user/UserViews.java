package io.varve.read.user;

import io.varve.node.user.PushSubscription;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Users. */
public interface UserViews {
    /** The user at a revision at least, for which it waits, bounded. */
    CompletionStage<Reading<UserView>> user(String userId, long minRevision, Duration wait);

    /** What the user is called; empty for one whom the views do not know yet. */
    CompletionStage<Optional<String>> displayName(String userId);

    /** What the user does not want to hear of; nothing for one who is not known. */
    CompletionStage<Mutes> mutes(String userId);

    /**
     * The posts that the user keeps at hand, by id.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<Bookmark>> bookmarks(String userId, PageRequest page);

    /** The browsers that the user wants push messages in. */
    CompletionStage<List<PushSubscription>> subscriptions(String userId);

    /** The revision of the user in the views, or 0. */
    CompletionStage<Long> revision(String userId);
}
