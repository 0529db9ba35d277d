package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole numbers, of which the greater one is the newer one. */
class AtHandTest {
    private static final int BYTES = 10_000;

    private final List<CompletableFuture<Number>> readings = new ArrayList<>();
    private long nanos;
    private final AtHand<Number> numbers =
            new AtHand<>(1, Duration.ofMinutes(10), new Number(0, 0), this::read, () -> nanos);

    private record Number(int value, long bytes) implements AtHand.Held<Number> {
        @Override
        public Number withRead(Number found) {
            return newest(found);
        }

        Number newest(Number other) {
            return other.value > value ? other : this;
        }
    }

    private static Number small(int value) {
        return new Number(value, 10);
    }

    private CompletableFuture<Number> read(String key) {
        var reading = new CompletableFuture<Number>();
        readings.add(reading);
        return reading;
    }

    private void brings(String key, int value) {
        numbers.change(key, had -> had.newest(small(value)));
    }

    private void pass(int seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void whatIsNotAtHand_isReadOnce_whoeverAsksForIt() {
        assertThat(numbers.ifKnown("a")).isNull();
        var one = numbers.get("a").toCompletableFuture();
        var other = numbers.get("a").toCompletableFuture();
        readings.get(0).complete(small(7));

        assertThat(one.join()).isEqualTo(other.join()).isEqualTo(small(7));
        assertThat(numbers.ifKnown("a")).isEqualTo(small(7));
        assertThat(readings).hasSize(1);
    }

    @Test
    void whatTheFeedBringsWhileItIsRead_isNotLost() {
        var reading = numbers.get("a").toCompletableFuture();
        brings("a", 9);
        readings.get(0).complete(small(7));

        assertThat(reading.join()).isEqualTo(small(9));
    }

    @Test
    void whatTheFeedBroughtAMinuteBeforeAnybodyAsked_isNotLost_thoughTheViewsLackIt() {
        brings("a", 9);
        pass(60);
        var reading = numbers.get("a").toCompletableFuture();
        readings.get(0).complete(small(7));

        assertThat(reading.join()).isEqualTo(small(9));
    }

    @Test
    void whatTheFeedBringsLater_isAtHand() {
        numbers.get("a");
        readings.get(0).complete(small(7));

        numbers.change("a", had -> small(had.value() + 1));

        assertThat(numbers.ifKnown("a")).isEqualTo(small(8));
    }

    /** Nobody remembers what the feed brought, and the views come to it after a minute. */
    @Test
    void whatViewsThatLagAMinuteLack_isNotAtHandForLongThereafter() {
        numbers.get("a");
        readings.get(0).complete(small(7));
        int answered = 1;
        for (int second = 1; second < 600; second++) {
            pass(1);
            var known = numbers.ifKnown("a");
            for (; answered < readings.size(); answered++) {
                readings.get(answered).complete(small(second < 60 ? 7 : 9));
            }
            if (second > 80) {
                assertThat(known).as("after %d s", second).isEqualTo(small(9));
            }
        }
        assertThat(readings).hasSizeLessThan(14);
    }

    @Test
    void whatIsToBeReadAgain_isNotReadAllAtOnce() {
        for (int n = 0; n < 100; n++) {
            numbers.get("a" + n);
            readings.get(n).complete(small(7));
        }
        pass(10);
        for (int n = 0; n < 100; n++) {
            assertThat(numbers.ifKnown("a" + n)).isEqualTo(small(7));
        }
        assertThat(readings).hasSizeLessThan(120);

        // Those whose turn has not come are read when others are done.
        readings.forEach(reading -> reading.complete(small(8)));
        int before = readings.size();
        numbers.ifKnown("a99");
        assertThat(readings).hasSize(before + 1);
        readings.get(before).complete(small(8));
        assertThat(numbers.ifKnown("a99")).isEqualTo(small(8));
    }

    @Test
    void memoryIsBounded_byTheSizeOfWhatIsRead_andOfWhatIsBroughtLater() {
        for (int n = 0; n < 1_000; n++) {
            numbers.get("read" + n);
            readings.get(n).complete(new Number(7, BYTES));
            numbers.get("grown" + n);
            readings.remove(n + 1).complete(small(7));
            numbers.change("grown" + n, had -> new Number(8, BYTES));
        }

        long known = IntStream.range(0, 1_000)
                .filter(n -> numbers.ifKnown("read" + n) != null)
                .count();
        long grown = IntStream.range(0, 1_000)
                .filter(n -> numbers.ifKnown("grown" + n) != null)
                .count();
        assertThat(known + grown).isBetween(10L, 1_048_576L / BYTES);
    }

    @Test
    void whatGrows_isForgottenInTimeAllTheSame() {
        numbers.get("a");
        readings.get(0).complete(small(7));
        for (int second = 0; second < 600; second++) {
            assertThat(numbers.ifKnown("a")).as("after %d s", second).isNotNull();
            numbers.change("a", had -> new Number(had.value() + 1, had.bytes() + 1));
            pass(1);
        }
        assertThat(numbers.ifKnown("a")).isNull();
    }

    @Test
    void whatCannotBeRead_isReadAgain() {
        var failed = numbers.get("a").toCompletableFuture();
        readings.get(0).completeExceptionally(new IllegalStateException("no Cassandra"));
        assertThatThrownBy(failed::join).hasMessageContaining("no Cassandra");

        var next = numbers.get("a").toCompletableFuture();
        readings.get(1).complete(small(7));

        assertThat(next.join()).isEqualTo(small(7));
    }

    @Test
    void whatIsNotAtHand_isNotPutThereByTheFeed() {
        brings("a", 9);

        assertThat(numbers.ifKnown("a")).isNull();
    }
}
