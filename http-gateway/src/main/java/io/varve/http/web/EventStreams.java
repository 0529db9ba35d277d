package io.varve.http.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.stream.javadsl.Source;

/**
 * Streams of Server-Sent Events whose ids are positions, from which they are resumed. Counts those that are open, and
 * refuses more than there may be.
 */
public final class EventStreams {
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private final int limit;
    private final Set<Turn> turns = new HashSet<>();

    /** @param limit how many there may be at a time */
    public EventStreams(int limit) {
        this.limit = limit;
    }

    /**
     * @param type names the event
     * @param body its data, as JSON
     */
    public record Event(String type, Object body) {}

    /**
     * A step of a stream.
     *
     * @param position from where it is resumed
     * @param event empty when it has only come further
     */
    public record Moment(Supplier<String> position, Optional<Event> event) {}

    /**
     * The events, and heartbeats between them. It counts as open from now until it ends, however it does.
     *
     * @param start the position before the first moment
     * @throws ProblemException when there are enough
     */
    public Source<ServerSentEvent, NotUsed> open(Source<Moment, NotUsed> moments, String start) {
        var position = new AtomicReference<Supplier<String>>(() -> start);
        // Heartbeats tell how far the stream has come: who comes back need not go through what he did not want again.
        return counted(moments.map(moment -> {
                    position.set(moment.position());
                    return moment.event().map(event -> written(event, moment));
                })
                .mapConcat(event -> event.map(List::of).orElseGet(List::of))
                .keepAlive(HEARTBEAT, () -> heartbeat(position.get().get()))
                // The first one at once: it brings the answer's head with it.
                .prepend(Source.single(heartbeat(start))));
    }

    private static ServerSentEvent written(Event event, Moment moment) {
        return ServerSentEvent.create(
                new String(Bodies.write(event.body()), StandardCharsets.UTF_8),
                Optional.of(event.type()),
                Optional.of(moment.position().get()),
                OptionalInt.empty());
    }

    /** Tells nothing but that the stream is alive, and how far it has come; browsers keep the id and fire no event. */
    private static ServerSentEvent heartbeat(String position) {
        return ServerSentEvent.create("", Optional.empty(), Optional.of(position), OptionalInt.empty());
    }

    /** A stream that is answered, or will be. */
    private final class Turn {
        private final long takenNanos = System.nanoTime();
        private volatile boolean begun;

        /** An answer that nobody has begun to take is none: its client has gone. */
        private boolean isOver() {
            return !begun && System.nanoTime() - takenNanos > HEARTBEAT.toNanos();
        }
    }

    private <T> Source<T, NotUsed> counted(Source<T, NotUsed> source) {
        var mine = take();
        return Source.lazySource(() -> {
                    mine.begun = true;
                    return source.watchTermination((used, ended) -> {
                        ended.whenComplete((done, failure) -> giveBack(mine));
                        return used;
                    });
                })
                .mapMaterializedValue(begun -> NotUsed.getInstance());
    }

    private synchronized Turn take() {
        if (turns.size() >= limit) {
            turns.removeIf(Turn::isOver);
        }
        if (turns.size() >= limit) {
            throw new ProblemException(ProblemType.OVERLOADED, "There are " + limit + " streams open already");
        }
        var mine = new Turn();
        turns.add(mine);
        return mine;
    }

    private synchronized void giveBack(Turn turn) {
        turns.remove(turn);
    }
}
