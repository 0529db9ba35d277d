package io.varve.read.feed;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.persistence.query.NoOffset;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.persistence.query.TimeBasedUUID;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Starts a source of time-based offsets some time before the saved offset: an event that arrived below it while
 * nobody looked would be lost otherwise.
 *
 * <p>What is read again bears the saved offset, not its own. Else every restart would save a lower one, and a
 * projection that keeps failing would wander back through its whole history.
 */
final class RewindingSource<E> extends SourceProvider<Offset, E> {
    private final SourceProvider<Offset, E> source;
    private final Duration rewind;
    private volatile Offset saved = NoOffset.getInstance();

    RewindingSource(SourceProvider<Offset, E> source, Duration rewind) {
        this.source = source;
        this.rewind = rewind;
    }

    @Override
    public CompletionStage<Source<E, NotUsed>> source(Supplier<CompletionStage<Optional<Offset>>> offset) {
        return source.source(() -> offset.get().thenApply(found -> {
            saved = found.orElse(NoOffset.getInstance());
            return found.map(this::rewound);
        }));
    }

    private Offset rewound(Offset offset) {
        if (offset instanceof TimeBasedUUID uuid) {
            return new TimeBasedUUID(Uuids.startOf(Uuids.unixTimestamp(uuid.value()) - rewind.toMillis()));
        }
        return offset;
    }

    @Override
    public Offset extractOffset(E envelope) {
        var own = source.extractOffset(envelope);
        var floor = saved;
        return own instanceof TimeBasedUUID ownUuid
                        && floor instanceof TimeBasedUUID floorUuid
                        && ownUuid.compare(floorUuid) < 0
                ? floor
                : own;
    }

    @Override
    public long extractCreationTime(E envelope) {
        return source.extractCreationTime(envelope);
    }
}
