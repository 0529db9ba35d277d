package io.varve.read.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FeedPositionTest {
    private static final SliceRange RANGE = new SliceRange(16, 16);

    private final FeedPosition position = FeedPosition.start(RANGE);

    private FeedPosition again() {
        return FeedPosition.of(position.offset(), RANGE);
    }

    @Test
    void start_isBeforeTheFirstRowOfEveryJournal() {
        assertThat(position.number(1, 16)).isZero();
        assertThat(position.isFinished(1)).isFalse();
        assertThat(again().number(1, 31)).isZero();
    }

    @Test
    void offset_bringsBackEveryNumber() {
        position.advance(3, 16, 5);
        position.advance(3, 31, Long.MAX_VALUE);
        position.advance(4, 20, 7);

        var read = again();

        assertThat(read.number(3, 16)).isEqualTo(5);
        assertThat(read.number(3, 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(read.number(4, 20)).isEqualTo(7);
        assertThat(read.number(4, 16)).isZero();
        assertThat(read.offset()).isEqualTo(position.offset());
    }

    @Test
    void finishedJournals_areForgotten_andStayFinished() {
        for (int writer = 1; writer <= 1_000; writer++) {
            position.advance(writer, 16, writer);
        }
        int before = position.offset().length();

        position.finish(999);

        assertThat(position.offset().length()).isLessThan(before / 100);
        var read = again();
        assertThat(read.isFinished(1)).isTrue();
        assertThat(read.isFinished(999)).isTrue();
        assertThat(read.isFinished(1_000)).isFalse();
        assertThat(read.number(1_000, 16)).isEqualTo(1_000);
    }

    @Test
    void anotherRange_isRefused() {
        position.advance(1, 16, 5);
        var offset = position.offset();

        assertThatThrownBy(() -> FeedPosition.of(offset, new SliceRange(0, 16)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FeedPosition.of(offset, new SliceRange(16, 8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offsetOfAnotherFeed_isRefused() {
        assertThatThrownBy(() -> FeedPosition.of("b6ba8f70-c836-11f0-8de9-0242ac120002", RANGE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
