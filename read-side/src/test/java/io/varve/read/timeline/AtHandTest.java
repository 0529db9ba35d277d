package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AtHandTest {
    private final CompletableFuture<Integer> views = new CompletableFuture<>();
    private final AtHand<Integer> highest = new AtHand<>(10, Duration.ofHours(1), 0, key -> views, Math::max);

    private int get(String key) {
        return highest.get(key).toCompletableFuture().join();
    }

    @Test
    void whatTheFeedBroughtBeforeAnybodyAsked_isNotLost_thoughTheViewsLackIt() {
        highest.change("a", had -> Math.max(had, 7));
        views.complete(5);
        assertThat(get("a")).isEqualTo(7);
        assertThat(get("b")).isEqualTo(5);
    }

    @Test
    void whatTheFeedBringsWhileTheViewsAreRead_isNotLost() {
        var answer = highest.get("a");
        highest.change("a", had -> Math.max(had, 7));
        views.complete(5);
        assertThat(answer.toCompletableFuture().join()).isEqualTo(7);
    }
}
