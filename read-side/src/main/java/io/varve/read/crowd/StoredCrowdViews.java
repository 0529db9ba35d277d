package io.varve.read.crowd;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Crowds out of rows, wherever these are kept. */
abstract class StoredCrowdViews implements CrowdViews {
    /** Members of one bucket that are greater than an id, in the order of their ids. */
    abstract CompletionStage<List<CrowdMember>> bucket(
            CrowdRelation relation, String subject, int bucket, String after, int limit);

    /** Subjects of a member that are greater than an id, in the order of their ids. */
    abstract CompletionStage<List<CrowdMember>> subjects(
            CrowdRelation relation, String member, String after, int limit);

    /** The revision of one bucket, or 0. */
    abstract CompletionStage<Long> revision(CrowdRelation.Bucket bucket);

    @Override
    public CompletionStage<Long> revision(String entityId) {
        return revision(CrowdRelation.Bucket.of(entityId));
    }

    @Override
    public CompletionStage<Long> count(CrowdRelation relation, String subject) {
        return counts(subject).thenApply(counts -> counts.getOrDefault(relation, 0L));
    }

    @Override
    public CompletionStage<Page<CrowdMember>> members(CrowdRelation relation, String subject, PageRequest page) {
        require(CrowdMemberHandler.isListed(relation), relation);
        return collect(relation, subject, CrowdPages.after(relation, page), page.limit() + 1, new ArrayList<>())
                .thenApply(members -> CrowdPages.ofMembers(relation, members, page.limit()));
    }

    /** Rows that nobody writes must not look like a crowd that nobody is in. */
    private static void require(boolean listed, CrowdRelation relation) {
        if (!listed) {
            throw new IllegalArgumentException(relation + " are not listed so");
        }
    }

    /** Goes from bucket to bucket until there are enough. */
    private CompletionStage<List<CrowdMember>> collect(
            CrowdRelation relation, String subject, CrowdPages.Place after, int wanted, List<CrowdMember> soFar) {
        if (after.bucket() >= relation.buckets() || soFar.size() >= wanted) {
            return CompletableFuture.completedFuture(soFar);
        }
        return bucket(relation, subject, after.bucket(), after.member(), wanted - soFar.size())
                .thenCompose(found -> {
                    soFar.addAll(found);
                    var next = new CrowdPages.Place(after.bucket() + 1, "");
                    return collect(relation, subject, next, wanted, soFar);
                });
    }

    @Override
    public CompletionStage<Page<CrowdMember>> subjects(CrowdRelation relation, String member, PageRequest page) {
        require(CrowdMemberHandler.isListedByMember(relation), relation);
        return subjects(relation, member, CrowdPages.afterSubject(relation, page), page.limit() + 1)
                .thenApply(subjects -> CrowdPages.ofSubjects(relation, subjects, page.limit()));
    }
}
