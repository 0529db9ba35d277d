package io.varve.read.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Optional<Duration> NOT_ASKED = Optional.empty();

    private static Optional<Duration> pause(int attempts, Optional<Duration> retryAfter) {
        return BackOff.pause(attempts, retryAfter, 0.5);
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    @Test
    void pauses_grow_untilItIsGivenUp() {
        assertThat(pause(1, NOT_ASKED)).isEqualTo(seconds(2));
        assertThat(pause(2, NOT_ASKED)).isEqualTo(seconds(8));
        assertThat(pause(3, NOT_ASKED)).isEqualTo(seconds(32));
        assertThat(pause(4, NOT_ASKED)).isEqualTo(seconds(128));
        assertThat(pause(5, NOT_ASKED)).isEmpty();
    }

    @Test
    void pauses_areSpread() {
        assertThat(BackOff.pause(1, NOT_ASKED, 0)).isEqualTo(seconds(1));
        assertThat(BackOff.pause(1, NOT_ASKED, 1)).isEqualTo(seconds(3));
    }

    @Test
    void pushService_isNotAskedSoonerThanItSays() {
        assertThat(pause(1, seconds(30))).isEqualTo(seconds(30));
        assertThat(pause(1, seconds(1))).isEqualTo(seconds(2));
        assertThat(pause(1, seconds(-5))).isEqualTo(seconds(2));
    }

    @Test
    void message_isNotLost_whenThePushServiceAsksForLong() {
        assertThat(pause(1, seconds(127))).isEqualTo(seconds(127));
        assertThat(pause(1, seconds(601))).isEqualTo(seconds(128));
        assertThat(pause(4, seconds(86_400))).isEqualTo(seconds(128));
        assertThat(pause(5, seconds(601))).isEmpty();
    }
}
