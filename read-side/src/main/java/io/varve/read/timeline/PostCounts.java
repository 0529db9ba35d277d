package io.varve.read.timeline;

import static io.varve.node.crowd.CrowdRelation.BOOSTS;
import static io.varve.node.crowd.CrowdRelation.COMMENTS;
import static io.varve.node.crowd.CrowdRelation.LIKES;

import io.varve.node.crowd.CrowdRelation;
import java.util.List;

/** What the buckets of a post's crowds count; of each bucket what has the higher revision stays. Immutable. */
final class PostCounts {
    /** Those that are shown with a post; others of the same subject are passed over. */
    private static final List<CrowdRelation> SHOWN = List.of(LIKES, BOOSTS, COMMENTS);

    static final PostCounts NONE = new PostCounts(
            new long[SHOWN.stream().mapToInt(CrowdRelation::buckets).sum()],
            new long[SHOWN.stream().mapToInt(CrowdRelation::buckets).sum()]);

    private final long[] counts;
    private final long[] revisions;

    private PostCounts(long[] counts, long[] revisions) {
        this.counts = counts;
        this.revisions = revisions;
    }

    static boolean isShown(CrowdRelation relation) {
        return SHOWN.contains(relation);
    }

    private static int start(CrowdRelation relation) {
        int start = 0;
        for (int n = 0; SHOWN.get(n) != relation; n++) {
            start += SHOWN.get(n).buckets();
        }
        return start;
    }

    PostCounts with(CrowdRelation relation, int bucket, long count, long revision) {
        if (!isShown(relation)) {
            return this;
        }
        int at = start(relation) + bucket;
        return revisions[at] >= revision ? this : copy().set(at, count, revision);
    }

    PostCounts with(PostCounts others) {
        var all = copy();
        for (int at = 0; at < counts.length; at++) {
            if (others.revisions[at] > revisions[at]) {
                all.set(at, others.counts[at], others.revisions[at]);
            }
        }
        return all;
    }

    /** What it takes in memory, estimated. */
    long bytes() {
        return 2L * (Footprint.OBJECT + (long) Long.BYTES * counts.length);
    }

    private PostCounts copy() {
        return new PostCounts(counts.clone(), revisions.clone());
    }

    private PostCounts set(int at, long count, long revision) {
        counts[at] = count;
        revisions[at] = revision;
        return this;
    }

    /** All buckets of a crowd together. */
    long of(CrowdRelation relation) {
        int start = start(relation);
        long sum = 0;
        for (int at = start; at < start + relation.buckets(); at++) {
            sum += counts[at];
        }
        return sum;
    }
}
