package io.varve.http.transfer;

import io.varve.http.transfer.TransferBodies.StatusChange;
import io.varve.http.web.Bodies;
import io.varve.read.transfer.TimelineStep;
import io.varve.read.transfer.TransferViews;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.stream.javadsl.Source;

/**
 * The changes of a transfer's status as Server-Sent Events, made from the timeline. The id of an event is the
 * revision, so whoever comes back with the last id goes on without gap or duplicate.
 */
final class TransferEvents {
    private static final long POLL_MILLIS = 100;
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final long ENDED = -1;
    /** The steps of the timeline at which the status changes, and what it becomes. */
    private static final Map<String, String> STATUS = Map.ofEntries(
            Map.entry("accepted", "accepted"),
            Map.entry("held", "held"),
            Map.entry("posted", "accepted"),
            Map.entry("retried", "accepted"),
            Map.entry("completed", "completed"),
            Map.entry("rejected", "rejected"),
            Map.entry("rolled-back", "rolled-back"),
            Map.entry("voided", "voided"),
            Map.entry("expired", "expired"),
            Map.entry("parked", "parked"),
            Map.entry("reversed", "reversed"));

    private static final Set<String> GOES_ON = Set.of("accepted", "held", "parked");

    private final TransferViews views;

    TransferEvents(TransferViews views) {
        this.views = views;
    }

    /**
     * The changes, up to the final status; empty when none is to come.
     *
     * @param after only changes of a later revision
     */
    CompletionStage<Optional<Source<ServerSentEvent, NotUsed>>> of(String transferId, long after) {
        return views.timeline(transferId).thenApply(steps -> {
            var all = changes(transferId, steps);
            return ended(all) && later(all, after).isEmpty()
                    ? Optional.empty()
                    : Optional.of(stream(transferId, after));
        });
    }

    private Source<ServerSentEvent, NotUsed> stream(String transferId, long after) {
        return Source.unfoldAsync(after, seen -> seen == ENDED ? end() : poll(transferId, seen))
                .mapConcat(changes -> changes)
                .map(TransferEvents::event)
                .keepAlive(HEARTBEAT, ServerSentEvent::heartbeat);
    }

    private static <T> CompletionStage<Optional<T>> end() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** The changes since the revision seen; when there are none, an empty list after a pause. */
    private CompletionStage<Optional<Pair<Long, List<StatusChange>>>> poll(String id, long seen) {
        return views.timeline(id).thenCompose(steps -> {
            var all = changes(id, steps);
            var changes = later(all, seen);
            long next = ended(all)
                    ? ENDED
                    : changes.isEmpty() ? seen : last(changes).revision();
            var result = Optional.of(Pair.create(next, changes));
            return changes.isEmpty() && next != ENDED
                    ? CompletableFuture.supplyAsync(
                            () -> result, CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS))
                    : CompletableFuture.completedFuture(result);
        });
    }

    private static List<StatusChange> changes(String id, List<TimelineStep> steps) {
        return steps.stream()
                .filter(step -> STATUS.containsKey(step.step()))
                .map(step -> change(id, step))
                .toList();
    }

    private static List<StatusChange> later(List<StatusChange> changes, long after) {
        return changes.stream().filter(change -> change.revision() > after).toList();
    }

    private static boolean ended(List<StatusChange> changes) {
        return !changes.isEmpty() && !GOES_ON.contains(last(changes).status());
    }

    private static StatusChange last(List<StatusChange> changes) {
        return changes.get(changes.size() - 1);
    }

    private static StatusChange change(String id, TimelineStep step) {
        var reason = step.outcome().equals("ok") ? Optional.<String>empty() : Optional.of(step.outcome());
        return new StatusChange(id, STATUS.get(step.step()), reason, step.revision(), step.at());
    }

    private static ServerSentEvent event(StatusChange change) {
        return ServerSentEvent.create(
                new String(Bodies.write(change), StandardCharsets.UTF_8),
                Optional.of(change.status()),
                Optional.of(Long.toString(change.revision())),
                OptionalInt.empty());
    }
}
