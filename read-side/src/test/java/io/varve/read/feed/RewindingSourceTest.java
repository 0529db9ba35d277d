package io.varve.read.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.TimeBasedUUID;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Source;
import org.junit.jupiter.api.Test;

class RewindingSourceTest {
    private static final long NOW_MILLIS = 1_772_366_400_000L;

    private Optional<Offset> startedFrom = Optional.empty();
    private final RewindingSource<Offset> source = new RewindingSource<>(new Offsets(), Duration.ofSeconds(60));

    /** Its envelopes are their own offsets. */
    private final class Offsets extends SourceProvider<Offset, Offset> {
        @Override
        public CompletionStage<Source<Offset, NotUsed>> source(Supplier<CompletionStage<Optional<Offset>>> offset) {
            return offset.get().thenApply(from -> {
                startedFrom = from;
                return Source.empty();
            });
        }

        @Override
        public Offset extractOffset(Offset envelope) {
            return envelope;
        }

        @Override
        public long extractCreationTime(Offset envelope) {
            return 0;
        }
    }

    private static Offset at(long millis) {
        return new TimeBasedUUID(Uuids.startOf(millis));
    }

    private void start(Offset saved) {
        source.source(() -> CompletableFuture.completedFuture(Optional.ofNullable(saved)))
                .toCompletableFuture()
                .join();
    }

    @Test
    void source_startsBeforeTheSavedOffset() {
        start(at(NOW_MILLIS));

        assertThat(startedFrom).contains(at(NOW_MILLIS - 60_000));
    }

    @Test
    void source_startsAtTheBeginning_whenNothingIsSaved() {
        start(null);

        assertThat(startedFrom).isEmpty();
        assertThat(source.extractOffset(at(5))).isEqualTo(at(5));
    }

    @Test
    void savedOffset_neverGoesBack() {
        start(at(NOW_MILLIS));

        assertThat(source.extractOffset(at(NOW_MILLIS - 59_000))).isEqualTo(at(NOW_MILLIS));
        assertThat(source.extractOffset(at(NOW_MILLIS + 1))).isEqualTo(at(NOW_MILLIS + 1));
    }
}
