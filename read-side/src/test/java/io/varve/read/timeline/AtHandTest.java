package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Whole numbers, of which the greater one is the newer one. */
class AtHandTest {
    private final List<CompletableFuture<Integer>> readings = new ArrayList<>();
    private final AtHand<Integer> numbers = new AtHand<>(10, Duration.ofMinutes(1), 0, this::read, Math::max);

    private CompletableFuture<Integer> read(String key) {
        var reading = new CompletableFuture<Integer>();
        readings.add(reading);
        return reading;
    }

    @Test
    void whatIsNotAtHand_isReadOnce_whoeverAsksForIt() {
        assertThat(numbers.ifKnown("a")).isNull();
        var one = numbers.get("a").toCompletableFuture();
        var other = numbers.get("a").toCompletableFuture();
        readings.get(0).complete(7);

        assertThat(one.join()).isEqualTo(other.join()).isEqualTo(7);
        assertThat(numbers.ifKnown("a")).isEqualTo(7);
        assertThat(readings).hasSize(1);
    }

    @Test
    void whatTheFeedBringsWhileItIsRead_isNotLost() {
        var reading = numbers.get("a").toCompletableFuture();
        numbers.change("a", had -> Math.max(had, 9));
        readings.get(0).complete(7);

        assertThat(reading.join()).isEqualTo(9);
    }

    @Test
    void whatTheFeedBroughtJustBeforeAnybodyAsked_isNotLost_thoughTheViewsLackIt() {
        numbers.change("a", had -> Math.max(had, 9));
        var reading = numbers.get("a").toCompletableFuture();
        readings.get(0).complete(7);

        assertThat(reading.join()).isEqualTo(9);
    }

    @Test
    void whatTheFeedBringsLater_isAtHand() {
        numbers.get("a");
        readings.get(0).complete(7);

        numbers.change("a", had -> had + 1);

        assertThat(numbers.ifKnown("a")).isEqualTo(8);
    }

    @Test
    void whatCannotBeRead_isReadAgain() {
        var failed = numbers.get("a").toCompletableFuture();
        readings.get(0).completeExceptionally(new IllegalStateException("no Cassandra"));
        assertThatThrownBy(failed::join).hasMessageContaining("no Cassandra");

        var next = numbers.get("a").toCompletableFuture();
        readings.get(1).complete(7);

        assertThat(next.join()).isEqualTo(7);
    }

    @Test
    void whatIsNotAtHand_isNotPutThereByTheFeed() {
        numbers.change("a", had -> 9);

        assertThat(numbers.ifKnown("a")).isNull();
    }
}
