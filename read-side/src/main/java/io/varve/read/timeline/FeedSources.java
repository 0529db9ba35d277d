package io.varve.read.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** What feeds are made of, as the views' tables have it. */
interface FeedSources {
    /** Rows of a user's feed that are there, after a place. */
    CompletionStage<FeedPart> rows(String userId, FeedRow after, int limit);

    /** Posts of an author, no comments, that are not deleted, after a place. */
    CompletionStage<FeedPart> posts(String author, FeedRow after, int limit);

    /** What somebody boosted and has not taken back, after a place. */
    CompletionStage<FeedPart> boosts(String by, FeedRow after, int limit);

    /** Every boost of somebody that ever was. */
    CompletionStage<List<FeedRow>> allBoosts(String by);

    /** Every boost of somebody that ever was, of one post. */
    CompletionStage<List<FeedRow>> allBoosts(String by, String postId);

    /** Those of the boosts of somebody that are not taken back. */
    CompletionStage<List<FeedRow>> standing(String by, List<FeedRow> boosts);

    /**
     * Who follows an author.
     *
     * @param limit how many at most, of each bucket
     */
    CompletionStage<List<FollowEdge>> followers(String author, int limit);

    /** Those of the users who follow an author. */
    CompletionStage<List<FollowEdge>> followersAmong(String author, Collection<String> userIds);

    /** Those of the authors whom a user follows. */
    CompletionStage<Set<String>> followed(String userId, Collection<String> authors);

    /** Authors with so many followers that their posts are fetched when a feed is read. */
    CompletionStage<Set<String>> bigAuthors();
}
