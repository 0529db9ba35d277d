package io.varve.read.crowd;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.List;

/** Pages through crowds, bucket by bucket, and through what a member belongs to: the position is the last id. */
final class CrowdPages {
    private CrowdPages() {}

    /**
     * A place in a crowd.
     *
     * @param bucket the number of a bucket, or more than there are
     * @param member the one after whom it goes on; every id is greater than the empty one
     */
    record Place(int bucket, String member) {}

    static Place after(CrowdRelation relation, PageRequest page) {
        return page.cursor().map(cursor -> place(relation, cursor)).orElse(new Place(0, ""));
    }

    private static Place place(CrowdRelation relation, String cursor) {
        var member = Cursor.decode(members(relation), 1, cursor).get(0);
        return new Place(relation.bucketOf(member), member);
    }

    /** @param members one more than the limit, if there are that many */
    static Page<CrowdMember> ofMembers(CrowdRelation relation, List<CrowdMember> members, int limit) {
        return Page.cut(members, limit, last -> Cursor.encode(members(relation), last.id()));
    }

    static String afterSubject(CrowdRelation relation, PageRequest page) {
        return page.cursor()
                .map(cursor -> Cursor.decode(subjects(relation), 1, cursor).get(0))
                .orElse("");
    }

    /** @param subjects one more than the limit, if there are that many */
    static Page<CrowdMember> ofSubjects(CrowdRelation relation, List<CrowdMember> subjects, int limit) {
        return Page.cut(subjects, limit, last -> Cursor.encode(subjects(relation), last.id()));
    }

    private static String members(CrowdRelation relation) {
        return relation.label();
    }

    private static String subjects(CrowdRelation relation) {
        return "in-" + relation.label();
    }
}
