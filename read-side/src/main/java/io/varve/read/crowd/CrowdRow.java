package io.varve.read.crowd;

import io.varve.node.crowd.CrowdRelation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads rows of {@code crowd_member}, {@code crowd_by_member} and {@code crowd_count}. */
final class CrowdRow {
    private CrowdRow() {}

    /** @param id the column that says who it is, or what */
    static CrowdMember read(Function<String, Object> column, String id) {
        return new CrowdMember((String) column.apply(id), (Instant) column.apply("since"));
    }

    /** What the buckets of a subject's crowds count, summed up; a crowd that nobody has joined is not there. */
    static Map<CrowdRelation, Long> readCounts(Stream<Function<String, Object>> rows) {
        Map<CrowdRelation, Long> counts = new EnumMap<>(CrowdRelation.class);
        rows.forEach(column -> {
            var relation = CrowdRelation.of((String) column.apply("relation"));
            counts.merge(relation, (Long) column.apply("count"), Long::sum);
        });
        return counts;
    }
}
