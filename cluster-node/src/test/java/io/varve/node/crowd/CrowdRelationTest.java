package io.varve.node.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdState.Gathered;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrowdRelationTest {
    @ParameterizedTest
    @EnumSource
    void entityId_saysWhichBucketItIs(CrowdRelation relation) {
        String id = relation.entityId("urn:p-1.2_3", "ann");
        var bucket = (Gathered) new CrowdDecider().initial(id);
        assertThat(bucket.relation()).isEqualTo(relation);
        assertThat(bucket.subject()).isEqualTo("urn:p-1.2_3");
        assertThat(bucket.bucket()).isEqualTo(relation.bucketOf("ann"));
        assertThat(relation.entityIds("urn:p-1.2_3")).contains(id).hasSize(relation.buckets());
    }

    /** Frozen: the members that are journaled would be looked for elsewhere. */
    @Test
    void bucketOfAMember_neverChanges() {
        assertThat(CrowdRelation.LIKES.bucketOf("ann")).isEqualTo(1);
        assertThat(CrowdRelation.LIKES.entityId("p1", "u-17")).isEqualTo("likes~p1~6");
    }

    /** A million of members is a million of such ids, dealt to eight: no bucket comes near its limit. */
    @Test
    void ids_thatFollowOneAnother_areDealtEvenly() {
        var sizes = IntStream.range(0, 1_000_000)
                .mapToObj(n -> "user-" + n)
                .collect(Collectors.groupingBy(CrowdRelation.LIKES::bucketOf, Collectors.counting()));
        assertThat(sizes.values()).hasSize(8).allMatch(size -> size > 120_000 && size < 130_000);
    }
}
