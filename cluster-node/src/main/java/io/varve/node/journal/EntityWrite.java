package io.varve.node.journal;

import io.varve.node.entity.Journaled;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import scala.concurrent.Promise;

/** What one entity journals at once, ready to be sent: all of it becomes durable, or nothing. */
final class EntityWrite {
    /** About what a row takes beside its event, in bytes. */
    private static final int ROW_BYTES = 150;

    final String persistenceId;
    final String writerUuid;
    /** All events of a write are in the journal's partition of the last of them. */
    final long partitionNr;

    final Set<String> tags;
    final List<Event> events;
    /** The events as objects, for readers in the same process; empty when they are not for the feed. */
    final List<Journaled<?>> forFeed;

    final Promise<Iterable<Optional<Exception>>> outcome;
    /** About how much it takes in the feed, and once more in the journal. */
    final int bytes;

    /** The place in the feed, given when the write arrives; 0 for what is not for the feed. */
    long number;

    private Boolean tookPlace;

    record Event(
            long sequenceNr,
            UUID timestamp,
            int serializerId,
            String manifest,
            String eventManifest,
            ByteBuffer json) {}

    EntityWrite(
            String persistenceId,
            String writerUuid,
            long partitionNr,
            Set<String> tags,
            List<Event> events,
            List<Journaled<?>> forFeed) {
        this.persistenceId = persistenceId;
        this.writerUuid = writerUuid;
        this.partitionNr = partitionNr;
        this.tags = tags;
        this.events = events;
        this.forFeed = forFeed;
        outcome = scala.concurrent.Promise$.MODULE$.apply();
        bytes = events.stream().mapToInt(e -> e.json().remaining() + ROW_BYTES).sum();
    }

    boolean isForFeed() {
        return !forFeed.isEmpty();
    }

    String kind() {
        return forFeed.get(0).kind();
    }

    int slice() {
        return FeedLog.sliceOf(persistenceId);
    }

    long firstSequenceNr() {
        return events.get(0).sequenceNr();
    }

    long lastSequenceNr() {
        return events.get(events.size() - 1).sequenceNr();
    }

    void settle(boolean itTookPlace) {
        tookPlace = itTookPlace;
    }

    /** Whether it is known that the write took place, or that it did not. */
    boolean isSettled() {
        return tookPlace != null;
    }

    FeedRow feedRow() {
        return new FeedRow(number, persistenceId, firstSequenceNr(), tookPlace ? forFeed : List.of());
    }
}
