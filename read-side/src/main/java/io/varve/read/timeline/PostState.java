package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.post.PostView;
import io.varve.read.table.Happened;
import io.varve.read.table.ViewHandler;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A post and its counts, whoever says so: of each, what has the higher revision stays.
 *
 * @param post null when nothing is known of it; its own counts are those that the buckets come to
 */
record PostState(PostView post, PostCounts counts) implements AtHand.Held<PostState> {
    static final PostState NOTHING = new PostState(null, PostCounts.NONE);

    /** The post with its counts, if it is known. */
    Optional<PostView> view() {
        return Optional.ofNullable(post);
    }

    private PostState with(PostView newer) {
        return post == null || newer.revision() > post.revision() ? counted(newer, counts) : this;
    }

    @Override
    public PostState withRead(PostState found) {
        var newest = found.post == null ? this : with(found.post);
        return counted(newest.post, counts.with(found.counts));
    }

    @Override
    public long bytes() {
        return counts.bytes()
                + (post == null ? 0 : bytes(post.head()) + 2L * Footprint.OBJECT + Footprint.of(post.text()));
    }

    private static long bytes(PostHead head) {
        var ids = Stream.of(head.postId(), head.author(), head.inReplyTo(), head.followersOf(), head.root());
        return 2L * Footprint.OBJECT
                + ids.mapToLong(Footprint::of).sum()
                + Footprint.of(head.others())
                + Footprint.of(head.mentions())
                + Footprint.of(head.hashtags());
    }

    PostState withCount(Happened<CrowdEvent> happened) {
        var event = happened.event();
        return counted(post, counts.with(event.relation(), event.bucket(), event.count(), happened.revision()));
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

    private static PostState counted(PostView post, PostCounts counts) {
        if (post == null) {
            return new PostState(null, counts);
        }
        return new PostState(
                new PostView(
                        post.head(),
                        post.text(),
                        post.deleted(),
                        post.editedAt(),
                        counts.of(CrowdRelation.LIKES),
                        counts.of(CrowdRelation.BOOSTS),
                        counts.of(CrowdRelation.COMMENTS),
                        post.revision()),
                counts);
    }
}
