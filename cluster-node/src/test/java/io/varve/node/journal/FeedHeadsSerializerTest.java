package io.varve.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FeedHeadsSerializerTest {
    private final FeedHeadsSerializer serializer = new FeedHeadsSerializer();

    private FeedHeads roundTrip(FeedHeads heads) {
        return (FeedHeads) serializer.fromBinaryJava(serializer.toBinary(heads), null);
    }

    @Test
    void heads_survive() {
        var heads = new FeedHeads(7, Map.of("account", new long[] {0, 1, Long.MAX_VALUE}, "transfer", new long[0]));

        var read = roundTrip(heads);

        assertThat(read.writer()).isEqualTo(7);
        assertThat(read.bySlice()).containsOnlyKeys("account", "transfer");
        assertThat(read.bySlice().get("account")).containsExactly(0, 1, Long.MAX_VALUE);
        assertThat(read.bySlice().get("transfer")).isEmpty();
    }

    @Test
    void beatOfAJournalThatHasNotWritten_survives() {
        assertThat(roundTrip(new FeedHeads(1, Map.of())).bySlice()).isEmpty();
    }
}
