package io.varve.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.journal.FeedLog;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotBlank;

class SliceRangeTest {
    @Property
    void workers_coverEverySliceOnce(@ForAll @IntRange(min = 1, max = 200) int workers) {
        var slices = IntStream.range(0, workers)
                .mapToObj(worker -> SliceRange.of(worker, workers))
                .flatMapToInt(range -> IntStream.range(range.first(), range.first() + range.count()));

        assertThat(slices.toArray())
                .containsExactly(IntStream.range(0, FeedLog.SLICES).toArray());
    }

    @Property
    void everyEntity_isInASlice(@ForAll @NotBlank String persistenceId) {
        assertThat(FeedLog.sliceOf(persistenceId)).isBetween(0, FeedLog.SLICES - 1);
    }
}
