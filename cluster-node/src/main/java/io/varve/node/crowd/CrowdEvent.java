package io.varve.node.crowd;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What has happened to a bucket of a crowd. The names are what the journal holds and never change.
 *
 * <p>{@code count} is how many members the bucket has afterwards; a crowd has as many as its buckets together.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CrowdEvent.Joined.class, name = "crowd-joined"),
    @JsonSubTypes.Type(value = CrowdEvent.Left.class, name = "crowd-left")
})
public sealed interface CrowdEvent {
    CrowdRelation relation();

    /** The user, or the post, that the crowd is about. */
    String subject();

    int bucket();

    String member();

    long count();

    /** @param first true when it is the first time that this member joins: only then is anybody told */
    record Joined(CrowdRelation relation, String subject, int bucket, String member, long count, boolean first)
            implements CrowdEvent {}

    /** @param wasMember false when a stranger asked never to be made a member by the system */
    record Left(CrowdRelation relation, String subject, int bucket, String member, long count, boolean wasMember)
            implements CrowdEvent {}
}
