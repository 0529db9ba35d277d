package io.varve.node.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeedOrderTest {
    private final FeedOrder feed = new FeedOrder();

    private EntityWrite numbered(String persistenceId) {
        var write = Writes.of(persistenceId);
        feed.number(write);
        return write;
    }

    @Test
    void numbers_runFromOneWithoutAGap_inEachSliceOfEachKind() {
        var other = "account|b";
        assertThat(FeedLog.sliceOf(other)).isNotEqualTo(FeedLog.sliceOf("account|a"));

        assertThat(numbered("account|a").number).isEqualTo(1);
        assertThat(numbered("account|a").number).isEqualTo(2);
        assertThat(numbered(other).number).isEqualTo(1);
        assertThat(numbered("transfer|a").number).isEqualTo(1);
        assertThat(numbered("account|a").number).isEqualTo(3);
    }

    @Test
    void openWrite_holdsBackThoseAfterIt() {
        var first = numbered("account|a");
        var second = numbered("account|a");
        var third = numbered("account|b");

        third.settle(true);
        second.settle(true);
        assertThat(feed.confirm()).isEmpty();
        assertThat(feed.confirmed(second)).isZero();

        first.settle(true);
        assertThat(feed.confirm()).containsExactly(first, second, third);
        assertThat(feed.confirmed(first)).isEqualTo(2);
    }

    @Test
    void writeThatDidNotTakePlace_isConfirmedLikeAnyOther_asARowWithoutEvents() {
        var write = numbered("account|a");

        write.settle(false);

        assertThat(feed.confirm()).containsExactly(write);
        assertThat(write.feedRow().events()).isEmpty();
        assertThat(feed.confirmed(write)).isEqualTo(1);
    }

    @Test
    void confirmedWrites_areToldOnce() {
        numbered("account|a").settle(true);
        var open = numbered("account|a");

        assertThat(feed.confirm()).hasSize(1);
        assertThat(feed.confirm()).isEmpty();
        open.settle(true);
        assertThat(feed.confirm()).containsExactly(open);
    }
}
