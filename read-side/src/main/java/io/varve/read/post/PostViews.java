package io.varve.read.post;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Posts and comments. Lists are of what is not deleted; they throw a {@link io.varve.read.query.BadCursorException} if
 * the cursor is not of the list.
 */
public interface PostViews {
    /** The post at a revision at least, for which it waits, bounded; also one that is deleted. */
    CompletionStage<Reading<PostView>> post(String postId, long minRevision, Duration wait);

    /** The post as it is now, deleted ones too. */
    CompletionStage<Optional<PostView>> post(String postId);

    /** The post as it is now, deleted ones too, but with zeros for its counts: for who knows them from elsewhere. */
    CompletionStage<Optional<PostView>> uncounted(String postId);

    /** What the post was at each of its revisions, the first one first. */
    CompletionStage<List<PostVersion>> history(String postId);

    /** What an author has written, comments not, the newest first. */
    CompletionStage<Page<PostKey>> byAuthor(String author, PageRequest page);

    /** How many posts and comments an author has written. */
    CompletionStage<Long> countByAuthor(String author);

    /** What answers a post directly, the oldest first. */
    CompletionStage<Page<PostKey>> comments(String postId, PageRequest page);

    /** The public posts and comments with a hashtag, the newest first. */
    CompletionStage<Page<PostKey>> byHashtag(String tag, PageRequest page);

    /** The revision of the post in the views, or 0. */
    CompletionStage<Long> revision(String postId);
}
