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
    void merge_endsAtTheLimit() {
        var one = FeedPart.of(List.of(row(9, "a"), row(5, "a")), 9);
        var other = FeedPart.of(List.of(row(9, "a"), row(8, "b"), row(7, "b")), 3);

        assertThat(FeedPart.merge(List.of(one, other), 2))
                .isEqualTo(new FeedPart(List.of(row(9, "a"), row(8, "b")), Optional.of(row(8, "b"))));
    }

    @Test
    void after_isWhatComesAfterThePlace_whetherThePlaceIsThereOrNot() {
        var part = FeedPart.of(List.of(row(9, "a"), row(7, "a"), row(5, "a")), 9);

        assertThat(part.after(row(7, "a")).rows()).containsExactly(row(5, "a"));
        assertThat(part.after(row(8, "a")).rows()).containsExactly(row(7, "a"), row(5, "a"));
        assertThat(part.after(row(10, "a"))).isEqualTo(part);
        assertThat(part.after(row(1, "a")).rows()).isEmpty();
    }

    @Test
    void merge_goesOn_whereASourceHasOnlyLookedAtWhatIsNotWanted() {
        var nothingYet = new FeedPart(List.of(), Optional.of(row(6, "a")));
        var other = FeedPart.of(List.of(row(8, "b"), row(4, "b")), 9);

        assertThat(FeedPart.merge(nothingYet, other))
                .isEqualTo(new FeedPart(List.of(row(8, "b")), Optional.of(row(6, "a"))));
    }
}
