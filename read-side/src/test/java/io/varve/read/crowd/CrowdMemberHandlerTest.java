package io.varve.read.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.CrowdStory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdMemberHandlerTest {
    private static final String BOTH = CrowdMemberHandler.TABLE + " " + CrowdMemberHandler.BY_MEMBER_TABLE;

    /** A row more for each like of a million is a million rows that nobody reads. */
    @Test
    void rowsThatNobodyReads_areNotWritten() {
        var tables = Map.of(
                CrowdRelation.FOLLOWERS,
                BOTH,
                CrowdRelation.BOOSTS,
                BOTH,
                CrowdRelation.LIKES,
                CrowdMemberHandler.TABLE,
                CrowdRelation.OBSERVERS,
                CrowdMemberHandler.TABLE,
                CrowdRelation.COMMENTS,
                "");
        for (var relation : CrowdRelation.values()) {
            for (var event : new CrowdStory(relation, "subject")
                    .joined("ann")
                    .left("ann")
                    .events()) {
                var written = new CrowdMemberHandler()
                        .writes(event).stream()
                                .map(write -> write.shape().table())
                                .toList();
                assertThat(String.join(" ", List.copyOf(written)))
                        .as(relation.name())
                        .isEqualTo(tables.get(relation));
            }
        }
    }
}
