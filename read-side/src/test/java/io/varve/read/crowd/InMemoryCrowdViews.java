package io.varve.read.crowd;

import static java.util.Comparator.comparing;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.InMemoryRows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

public final class InMemoryCrowdViews extends StoredCrowdViews {
    private final InMemoryRows rows;

    public InMemoryCrowdViews(InMemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public CompletionStage<Map<CrowdRelation, Long>> counts(String subject) {
        var counts = rows.all(CrowdCountHandler.TABLE).stream()
                .filter(row -> row.apply("subject").equals(subject));
        return CompletableFuture.completedFuture(CrowdRow.readCounts(counts));
    }

    @Override
    CompletionStage<List<CrowdMember>> bucket(
            CrowdRelation relation, String subject, int bucket, String after, int limit) {
        var members = present(CrowdMemberHandler.TABLE, relation)
                .filter(row -> row.apply("subject").equals(subject))
                .filter(row -> row.apply("bucket").equals(bucket));
        return CompletableFuture.completedFuture(after(members, "member", after, limit));
    }

    @Override
    CompletionStage<List<CrowdMember>> subjects(CrowdRelation relation, String member, String after, int limit) {
        return CompletableFuture.completedFuture(after(subjects(relation, member), "subject", after, limit));
    }

    private Stream<Function<String, Object>> subjects(CrowdRelation relation, String member) {
        return present(CrowdMemberHandler.BY_MEMBER_TABLE, relation)
                .filter(row -> row.apply("member").equals(member));
    }

    private Stream<Function<String, Object>> present(String table, CrowdRelation relation) {
        return rows.all(table).stream()
                .filter(row -> row.apply("relation").equals(relation.label()))
                .filter(row -> row.apply("present").equals(true));
    }

    private static List<CrowdMember> after(Stream<Function<String, Object>> rows, String id, String after, int limit) {
        return rows.map(row -> CrowdRow.read(row, id))
                .filter(member -> member.id().compareTo(after) > 0)
                .sorted(comparing(CrowdMember::id))
                .limit(limit)
                .toList();
    }

    @Override
    public CompletionStage<Long> subjectCount(CrowdRelation relation, String member) {
        return CompletableFuture.completedFuture(subjects(relation, member).count());
    }

    @Override
    CompletionStage<Long> revision(CrowdRelation.Bucket bucket) {
        var row = rows.one(
                CrowdCountHandler.TABLE, bucket.subject(), bucket.relation().label(), bucket.number());
        return CompletableFuture.completedFuture(
                row.map(found -> (Long) found.apply("revision")).orElse(0L));
    }
}
