package io.varve.node.crowd;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the members of a crowd have done to its subject. A crowd is dealt to buckets by its members' ids, each an entity
 * of its own, so that a million members neither make one entity large nor wait for one another.
 */
public enum CrowdRelation {
    /** Users who follow a user. */
    FOLLOWERS(8, false),
    /** Users who like a post. */
    LIKES(8, false),
    /** Users who boosted a post: it is in the feeds of their followers. */
    BOOSTS(8, false),
    /** Posts that answer a post. */
    COMMENTS(8, true),
    /** Users who are told what happens to a post. */
    OBSERVERS(1, true);

    /** No id of ours holds this character. */
    private static final String SEPARATOR = "~";

    private final int buckets;
    private final boolean joinedBySystem;

    /** @param buckets frozen once journaled */
    CrowdRelation(int buckets, boolean joinedBySystem) {
        this.buckets = buckets;
        this.joinedBySystem = joinedBySystem;
    }

    /** Whether the system makes members by itself, which one may wish not to become. */
    public boolean isJoinedBySystem() {
        return joinedBySystem;
    }

    public int buckets() {
        return buckets;
    }

    /** The bucket of a member, from 0 on; never changes. */
    public int bucketOf(String member) {
        return Math.floorMod(member.hashCode(), buckets);
    }

    /** The entity that has the member, or will. */
    public String entityId(String subject, String member) {
        return entityId(subject, bucketOf(member));
    }

    public String entityId(String subject, int bucket) {
        return label() + SEPARATOR + subject + SEPARATOR + bucket;
    }

    /** The entities of all buckets of a crowd. */
    public Stream<String> entityIds(String subject) {
        return IntStream.range(0, buckets).mapToObj(bucket -> entityId(subject, bucket));
    }

    /** One of the entities of a crowd. */
    public record Bucket(CrowdRelation relation, String subject, int number) {
        /** The one of that id. */
        public static Bucket of(String entityId) {
            var parts = entityId.split(SEPARATOR);
            return new Bucket(CrowdRelation.of(parts[0]), parts[1], Integer.parseInt(parts[2]));
        }
    }

    /** The one of that label. */
    public static CrowdRelation of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** As it is written in ids and rows. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
