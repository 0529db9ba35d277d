package io.varve.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final int BATCH_BYTES = 1_000;

    private final List<EntityWrite> done = new ArrayList<>();
    private final Lane lane =
            new Lane(2, BATCH_BYTES, batch -> SimpleStatement.newInstance("" + batch.size()), done::add);

    private EntityWrite waiting(int eventBytes) {
        var write = Writes.of("account|a", eventBytes);
        lane.add(write);
        return write;
    }

    @Test
    void loneWrite_leavesAtOnce() {
        var write = waiting(1);

        assertThat(lane.next()).containsExactly(write);
        assertThat(lane.next()).isEmpty();
    }

    @Test
    void whatWaitsWhileRequestsAreOnTheirWay_leavesTogetherAndInOrder() {
        waiting(1);
        lane.next();
        waiting(1);
        lane.next();
        var first = waiting(1);
        var second = waiting(1);

        assertThat(lane.next()).isEmpty();
        lane.answered();
        assertThat(lane.next()).containsExactly(first, second);
        assertThat(lane.next()).isEmpty();
    }

    @Test
    void lane_keepsNoPlaceForARequestThatItDidNotGiveOut() {
        lane.next();
        lane.next();
        var write = waiting(1);

        assertThat(lane.next()).containsExactly(write);
    }

    @Test
    void batch_endsBeforeTheWriteThatMakesItTooLarge() {
        var small = List.of(waiting(300), waiting(300));
        var next = waiting(300);

        assertThat(lane.next()).isEqualTo(small);
        assertThat(lane.next()).containsExactly(next);
    }

    @Test
    void writeThatIsLargerThanABatch_goesAlone() {
        var small = waiting(1);
        var large = waiting(5 * BATCH_BYTES);
        var last = waiting(1);

        assertThat(lane.next()).containsExactly(small);
        assertThat(lane.next()).containsExactly(large);
        lane.answered();
        assertThat(lane.next()).containsExactly(last);
    }

    @Test
    void writesOfARequestThatSucceeded_goOnInTheirOrder() {
        var batch = List.of(waiting(1), waiting(1));

        assertThat(((SimpleStatement) lane.request(batch)).getQuery()).isEqualTo("2");
        lane.succeeded(batch);

        assertThat(done).isEqualTo(batch);
    }

    @Test
    void moreRequestsThanTheLaneGaveOut_areAllWaitedFor() {
        waiting(1);
        lane.next();
        lane.asked(3);
        lane.answered();
        lane.answered();
        var write = waiting(1);

        assertThat(lane.next()).isEmpty();
        lane.answered();
        assertThat(lane.next()).containsExactly(write);
    }
}
