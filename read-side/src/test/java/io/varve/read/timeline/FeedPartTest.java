package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedPartTest {
    private static FeedRow row(int second, String by) {
        return new FeedRow(Instant.ofEpochSecond(second), "post" + second, by, 0);
    }

    @Test
    void merge_endsWhereTheFirstOfTheSourcesWasLeft() {
        var one = FeedPart.of(List.of(row(9, "a"), row(5, "a")), 2);
        var other = FeedPart.of(List.of(row(8, "b"), row(7, "b"), row(4, "b")), 9);

        assertThat(FeedPart.merge(one, other))
                .isEqualTo(new FeedPart(
                        List.of(row(9, "a"), row(8, "b"), row(7, "b"), row(5, "a")), Optional.of(row(5, "a"))));
    }

    @Test
    void merge_hasWhatTwoSourcesHave_once() {
        var one = FeedPart.of(List.of(row(9, "a"), row(5, "a")), 9);

        assertThat(FeedPart.merge(one, one)).isEqualTo(one);
    }

    @Test
    void merge_goesOn_whereASourceHasOnlyLookedAtWhatIsNotWanted() {
        var nothingYet = new FeedPart(List.of(), Optional.of(row(6, "a")));
        var other = FeedPart.of(List.of(row(8, "b"), row(4, "b")), 9);

        assertThat(FeedPart.merge(nothingYet, other))
                .isEqualTo(new FeedPart(List.of(row(8, "b")), Optional.of(row(6, "a"))));
    }
}
