package io.varve.read;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of a crowd: of all its buckets, each with revisions of its own. */
public final class CrowdStory {
    private final CrowdRelation relation;
    private final String subject;
    private final List<Happened<CrowdEvent>> events = new ArrayList<>();
    private final Map<Integer, Set<String>> members = new HashMap<>();
    private final Map<Integer, Long> revisions = new HashMap<>();

    public CrowdStory(CrowdRelation relation, String subject) {
        this.relation = relation;
        this.subject = subject;
    }

    public List<Happened<CrowdEvent>> events() {
        return events;
    }

    /** When the last event was recorded. */
    public Instant lastAt() {
        return events.get(events.size() - 1).at();
    }

    public CrowdStory joined(String... ids) {
        for (var id : ids) {
            int bucket = relation.bucketOf(id);
            boolean first = bucket(bucket).add(id);
            int count = bucket(bucket).size();
            then(bucket, new CrowdEvent.Joined(relation, subject, bucket, id, count, first));
        }
        return this;
    }

    public CrowdStory left(String... ids) {
        for (var id : ids) {
            int bucket = relation.bucketOf(id);
            boolean wasMember = bucket(bucket).remove(id);
            int count = bucket(bucket).size();
            then(bucket, new CrowdEvent.Left(relation, subject, bucket, id, count, wasMember));
        }
        return this;
    }

    private Set<String> bucket(int bucket) {
        return members.computeIfAbsent(bucket, number -> new HashSet<>());
    }

    private void then(int bucket, CrowdEvent event) {
        long revision = revisions.merge(bucket, 1L, Long::sum);
        events.add(Stories.happened(relation.entityId(subject, bucket), revision, event.member(), event));
    }

    /** A crowd that has seen an event of every type. */
    public static CrowdStory full(CrowdRelation relation, String subject) {
        return new CrowdStory(relation, subject)
                .joined("ann", "ben", "cem", "dora", "eva", "finn", "gwen", "hans", "ida", "jo")
                .left("ben", "stranger", "ida")
                .joined("ida");
    }
}
