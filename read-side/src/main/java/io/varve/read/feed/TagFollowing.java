package io.varve.read.feed;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import io.varve.node.entity.EntityKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.EventEnvelope;
import org.apache.pekko.persistence.query.PersistenceQuery;
import org.apache.pekko.persistence.query.TimeBasedUUID;
import org.apache.pekko.stream.javadsl.Source;

/** Follows the tag views of the stock journal. */
final class TagFollowing<E> implements Following<E> {
    private final EntityKind<?, ?, ?, ?, ?> kind;
    private final ActorSystem<?> system;
    private final FeedSettings settings;
    private final EntityJournal journal;

    TagFollowing(EntityKind<?, ?, ?, ?, ?> kind, ActorSystem<?> system, FeedSettings settings, EntityJournal journal) {
        this.kind = kind;
        this.system = system;
        this.settings = settings;
        this.journal = journal;
    }

    /** By this node's clock. */
    @Override
    public CompletionStage<FeedMark> present() {
        return CompletableFuture.completedFuture(TagMark.at(System.currentTimeMillis(), kind.tags()));
    }

    @Override
    public FeedMark mark(String text) {
        return TagMark.of(text, kind.tags());
    }

    @Override
    public Source<PlacedPage<E>, NotUsed> after(FeedMark mark) {
        var from = (TagMark) mark;
        return IntStream.range(0, kind.tags())
                .mapToObj(tag -> ofTag(tag, from))
                .reduce((some, others) -> some.merge(others))
                .orElseThrow()
                .groupedWithin(settings.pageEvents(), settings.pageWindow())
                .map(writes -> page(from, writes));
    }

    /** By the times of the mark, though there may have been nothing to be had since: looking for that is reading it. */
    @Override
    public CompletionStage<Boolean> lacksBefore(FeedMark mark, Instant time) {
        var from = (TagMark) mark;
        return CompletableFuture.completedFuture(IntStream.range(0, kind.tags())
                .anyMatch(tag -> Uuids.unixTimestamp(from.time(tag)) < time.toEpochMilli()));
    }

    private Source<Placed<E>, NotUsed> ofTag(int tag, TagMark from) {
        return PersistenceQuery.get(system)
                .getReadJournalFor(CassandraReadJournal.class, CassandraReadJournal.Identifier())
                .eventsByTag(kind.tag(tag), new TimeBasedUUID(from.time(tag)))
                .map(found -> placed(tag, found));
    }

    private Placed<E> placed(int tag, EventEnvelope found) {
        var place = new TagPlace(tag, ((TimeBasedUUID) found.offset()).value());
        return new Placed<>(
                Optional.of(place),
                List.of(EntityJournal.happened(found.persistenceId(), found.sequenceNr(), found.event())));
    }

    private PlacedPage<E> page(TagMark from, List<Placed<E>> writes) {
        var upTo = from;
        for (var write : writes) {
            upTo = upTo.with(write.place().orElseThrow());
        }
        return new PlacedPage<>(writes, upTo);
    }

    @Override
    public CompletionStage<List<Placed<E>>> missing(String entityId, long from, long to, FeedMark had) {
        return journal.<E>eventsOf(kind, entityId, from, to)
                .thenApply(events -> events.stream()
                        .map(event -> new Placed<>(Optional.empty(), List.of(event)))
                        .toList());
    }
}
