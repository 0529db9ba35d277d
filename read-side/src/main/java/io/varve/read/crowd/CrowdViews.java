package io.varve.read.crowd;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Who likes, boosts, watches or answers a post, and who follows a user. */
public interface CrowdViews {
    /** How many members a crowd has. */
    CompletionStage<Long> count(CrowdRelation relation, String subject);

    /** How many members each crowd of a subject has; one that nobody has joined may be missing. */
    CompletionStage<Map<CrowdRelation, Long>> counts(String subject);

    /**
     * The members of a crowd, bucket by bucket, by id. Not of {@link CrowdRelation#COMMENTS}, which posts list.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<CrowdMember>> members(CrowdRelation relation, String subject, PageRequest page);

    /**
     * The subjects of the crowds that a member belongs to, by id: whom a user follows, or what they passed on; only of
     * {@link CrowdRelation#FOLLOWERS} and {@link CrowdRelation#BOOSTS}.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<CrowdMember>> subjects(CrowdRelation relation, String member, PageRequest page);

    /** How many crowds of a relation a member belongs to; of those that {@link #subjects} lists. */
    CompletionStage<Long> subjectCount(CrowdRelation relation, String member);

    /** The revision of a bucket in the views, or 0. */
    CompletionStage<Long> revision(String entityId);
}
