package io.varve.read.crowd;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.List;

/**
 * Who belongs to a crowd, and to which crowds somebody belongs: a row each for all who ever did, or refused to. Of each
 * relation only what is asked for.
 */
public final class CrowdMemberHandler implements ViewHandler<CrowdEvent> {
    public static final String TABLE = "crowd_member";
    public static final String BY_MEMBER_TABLE = "crowd_by_member";

    private static final List<String> KEY = List.of("relation", "subject", "bucket", "member");
    private static final List<String> BY_MEMBER_KEY = List.of("relation", "member", "subject");
    private static final List<String> JOINED = List.of("present", "since", "revision");
    private static final List<String> LEFT = List.of("present", "revision");
    private static final Shape MEMBER_JOINED = new Shape(TABLE, KEY, JOINED);
    private static final Shape MEMBER_LEFT = new Shape(TABLE, KEY, LEFT);
    private static final Shape SUBJECT_JOINED = new Shape(BY_MEMBER_TABLE, BY_MEMBER_KEY, JOINED);
    private static final Shape SUBJECT_LEFT = new Shape(BY_MEMBER_TABLE, BY_MEMBER_KEY, LEFT);

    /** Whether the members of such crowds are listed; a post's comments are in {@code comment_by_post}. */
    static boolean isListed(CrowdRelation relation) {
        return relation != CrowdRelation.COMMENTS;
    }

    /** Whether it is listed to which of such crowds somebody belongs. */
    static boolean isListedByMember(CrowdRelation relation) {
        return relation == CrowdRelation.FOLLOWERS || relation == CrowdRelation.BOOSTS;
    }

    @Override
    public List<Write> writes(Happened<CrowdEvent> happened) {
        var relation = happened.event().relation();
        List<Write> writes = new ArrayList<>();
        if (isListed(relation)) {
            writes.add(member(happened));
        }
        if (isListedByMember(relation)) {
            writes.add(subject(happened));
        }
        return writes;
    }

    private static Write member(Happened<CrowdEvent> happened) {
        long revision = happened.revision();
        var event = happened.event();
        var relation = event.relation().label();
        if (event instanceof Joined e) {
            return MEMBER_JOINED.write(
                    revision, relation, e.subject(), e.bucket(), e.member(), true, happened.at(), revision);
        } else if (event instanceof Left e) {
            return MEMBER_LEFT.write(revision, relation, e.subject(), e.bucket(), e.member(), false, revision);
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write subject(Happened<CrowdEvent> happened) {
        long revision = happened.revision();
        var event = happened.event();
        var relation = event.relation().label();
        if (event instanceof Joined e) {
            return SUBJECT_JOINED.write(revision, relation, e.member(), e.subject(), true, happened.at(), revision);
        } else if (event instanceof Left e) {
            return SUBJECT_LEFT.write(revision, relation, e.member(), e.subject(), false, revision);
        }
        throw ViewHandler.unknown(happened);
    }
}
