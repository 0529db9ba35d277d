package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.post.PostView;
import io.varve.read.table.Happened;
import io.varve.read.table.ViewHandler;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A post and its counts, whoever says so: of each, what has the higher revision stays.
 *
 * @param post without counts of its own; null when nothing is known of it
 * @param counts by the bucket of the crowd, as far as anybody has joined
 */
record PostState(PostView post, Map<Bucket, Count> counts) {
    static final PostState NOTHING = new PostState(null, Map.of());

    record Bucket(CrowdRelation relation, int number) {}

    record Count(long count, long revision) {}

    /** The post, if it is known, with its counts. */
    Optional<PostView> view() {
        return Optional.ofNullable(post);
    }

    private PostState with(PostView newer) {
        return post == null || newer.revision() > post.revision() ? counted(newer, counts) : this;
    }

    private PostState with(Map<Bucket, Count> others) {
        var merged = new HashMap<>(counts);
        others.forEach((bucket, count) ->
                merged.merge(bucket, count, (had, found) -> found.revision() > had.revision() ? found : had));
        return counted(post, Map.copyOf(merged));
    }

    PostState with(PostState other) {
        return (other.post == null ? this : with(other.post)).with(other.counts);
    }

    PostState withCount(Happened<CrowdEvent> happened) {
        var event = happened.event();
        var bucket = new Bucket(event.relation(), event.bucket());
        return with(Map.of(bucket, new Count(event.count(), happened.revision())));
    }

    PostState withEvent(Happened<PostEvent> happened) {
        var event = happened.event();
        if (event instanceof Written e) {
            return with(post(happened, e.text(), false, Optional.empty()));
        } else if (event instanceof Edited e) {
            return with(post(happened, e.text(), false, Optional.of(happened.at())));
        } else if (event instanceof Deleted) {
            return with(post(happened, "", true, view().flatMap(PostView::editedAt)));
        }
        throw ViewHandler.unknown(happened);
    }

    private static PostView post(
            Happened<PostEvent> happened, String text, boolean deleted, Optional<Instant> editedAt) {
        return new PostView(happened.event().head(), text, deleted, editedAt, 0, 0, 0, happened.revision());
    }

    private static PostState counted(PostView post, Map<Bucket, Count> counts) {
        if (post == null) {
            return new PostState(null, counts);
        }
        return new PostState(
                new PostView(
                        post.head(),
                        post.text(),
                        post.deleted(),
                        post.editedAt(),
                        sum(counts, CrowdRelation.LIKES),
                        sum(counts, CrowdRelation.BOOSTS),
                        sum(counts, CrowdRelation.COMMENTS),
                        post.revision()),
                counts);
    }

    private static long sum(Map<Bucket, Count> counts, CrowdRelation relation) {
        long sum = 0;
        for (int bucket = 0; bucket < relation.buckets(); bucket++) {
            var count = counts.get(new Bucket(relation, bucket));
            sum += count == null ? 0 : count.count();
        }
        return sum;
    }
}
