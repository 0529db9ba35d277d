package io.varve.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SilentWriterTest {
    private final SilentWriter writer = new SilentWriter();

    @Test
    void silentWriter_isAskedAtOnce_andLaterAgainWhenNothingWasFound() {
        assertThat(writer.isDue()).isTrue();

        writer.foundNothing(true);

        assertThat(writer.isDue()).isFalse();
        writer.foundSomething();
        assertThat(writer.isDue()).isTrue();
    }

    @Test
    void writerIsAtItsEnd_onlyWhenItIsDeadAndNothingIsLeft() {
        writer.foundNothing(true);
        assertThat(writer.isAtItsEnd()).isFalse();

        writer.closed(true);
        writer.foundNothing(false);
        assertThat(writer.isAtItsEnd()).isFalse();

        writer.foundNothing(true);
        assertThat(writer.isAtItsEnd()).isTrue();
        assertThat(writer.isDue()).isFalse();
    }

    @Test
    void writerThatIsFoundDead_isAskedAtOnce() {
        writer.foundNothing(true);

        writer.closed(true);

        assertThat(writer.isDue()).isTrue();
    }

    @Test
    void lookedUpRows_areRememberedOneByOne_andForgottenWhenTheyAreNotThereAnyMore() {
        writer.lookedUp(3, List.of(5L, 7L));

        assertThat(writer.isLookedUp(3, 5)).isTrue();
        assertThat(writer.isLookedUp(3, 6)).isFalse();
        assertThat(writer.isLookedUp(4, 5)).isFalse();

        writer.lookedUp(3, List.of(7L, 8L));
        assertThat(writer.isLookedUp(3, 5)).isFalse();
        assertThat(writer.isLookedUp(3, 8)).isTrue();
    }
}
