package io.varve.read.crowd;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Crowds in Cassandra. */
public final class CassandraCrowdViews extends StoredCrowdViews {
    private static final String OF_SUBJECT = " FROM crowd_count WHERE subject = ?";
    private static final String OF_MEMBER = " FROM crowd_by_member WHERE relation = ? AND member = ?";
    // Filtering stays within the one partition that is named.
    private static final String PRESENT = " AND present = true";
    private static final String FILTER = " ALLOW FILTERING";

    private final Queries queries;
    private final PreparedStatement counts;
    private final PreparedStatement revision;
    private final PreparedStatement members;
    private final PreparedStatement subjects;
    private final PreparedStatement subjectCount;

    public CassandraCrowdViews(CqlSession session) {
        queries = new Queries(session);
        counts = queries.prepare("SELECT relation, count" + OF_SUBJECT);
        revision = queries.prepare("SELECT revision" + OF_SUBJECT + " AND relation = ? AND bucket = ?");
        members = queries.prepare("SELECT member, since FROM crowd_member"
                + " WHERE relation = ? AND subject = ? AND bucket = ? AND member > ?" + PRESENT + " LIMIT ?" + FILTER);
        subjects = queries.prepare(
                "SELECT subject, since" + OF_MEMBER + " AND subject > ?" + PRESENT + " LIMIT ?" + FILTER);
        subjectCount = queries.prepare("SELECT COUNT(*)" + OF_MEMBER + PRESENT + FILTER);
    }

    @Override
    public CompletionStage<Map<CrowdRelation, Long>> counts(String subject) {
        return queries.all(counts, subject)
                .thenApply(rows -> CrowdRow.readCounts(rows.stream().map(row -> row::getObject)));
    }

    @Override
    CompletionStage<List<CrowdMember>> bucket(
            CrowdRelation relation, String subject, int bucket, String after, int limit) {
        return queries.all(members, relation.label(), subject, bucket, after, limit)
                .thenApply(rows -> read(rows, "member"));
    }

    @Override
    CompletionStage<List<CrowdMember>> subjects(CrowdRelation relation, String member, String after, int limit) {
        return queries.all(subjects, relation.label(), member, after, limit).thenApply(rows -> read(rows, "subject"));
    }

    private static List<CrowdMember> read(List<Row> rows, String id) {
        return rows.stream().map(row -> CrowdRow.read(row::getObject, id)).toList();
    }

    @Override
    public CompletionStage<Long> subjectCount(CrowdRelation relation, String member) {
        return queries.one(subjectCount, relation.label(), member)
                .thenApply(row -> row.orElseThrow().getLong(0));
    }

    @Override
    CompletionStage<Long> revision(CrowdRelation.Bucket bucket) {
        return queries.one(revision, bucket.subject(), bucket.relation().label(), bucket.number())
                .thenApply(row -> row.map(found -> found.getLong("revision")).orElse(0L));
    }
}
