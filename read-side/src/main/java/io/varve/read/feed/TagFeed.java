package io.varve.read.feed;

import io.varve.node.entity.EntityKind;
import io.varve.node.entity.Journaled;
import io.varve.read.table.Happened;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.persistence.cassandra.query.javadsl.CassandraReadJournal;
import org.apache.pekko.persistence.query.Offset;
import org.apache.pekko.projection.eventsourced.EventEnvelope;
import org.apache.pekko.projection.eventsourced.javadsl.EventSourcedProvider;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Source;

/** Reads the tag views of the stock journal; a worker is a tag. */
public final class TagFeed implements EventFeed {
    private final ActorSystem<?> system;
    private final FeedSettings settings;
    private final EntityJournal journal;

    public TagFeed(ActorSystem<?> system, FeedSettings settings) {
        this.system = system;
        this.settings = settings;
        journal = new EntityJournal(system);
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public <E> SourceProvider<Object, EventPage<E>> pages(EntityKind<?, ?, ?, ?, ?> kind, int worker, int workers) {
        if (workers != kind.tags()) {
            throw new IllegalArgumentException(kind.name() + " has " + kind.tags() + " tags, not " + workers);
        }
        var events = EventSourcedProvider.<Journaled<E>>eventsByTag(
                system, CassandraReadJournal.Identifier(), kind.tag(worker));
        return new Pages<>(new RewindingSource<>(events, settings.rewind()));
    }

    @Override
    public <E> Following<E> following(EntityKind<?, ?, ?, ?, ?> kind) {
        return new TagFollowing<>(kind, system, settings, journal);
    }

    private final class Pages<E> extends SourceProvider<Object, EventPage<E>> {
        private final RewindingSource<EventEnvelope<Journaled<E>>> events;

        Pages(RewindingSource<EventEnvelope<Journaled<E>>> events) {
            this.events = events;
        }

        @Override
        public CompletionStage<Source<EventPage<E>, NotUsed>> source(
                Supplier<CompletionStage<Optional<Object>>> offset) {
            return events.source(() -> offset.get().thenApply(found -> found.map(Offset.class::cast)))
                    .thenApply(source -> source.groupedWithin(settings.pageEvents(), settings.pageWindow())
                            .map(this::page));
        }

        private EventPage<E> page(List<EventEnvelope<Journaled<E>>> group) {
            List<Happened<E>> happened = group.stream()
                    .map(each -> EntityJournal.<E>happened(each.persistenceId(), each.sequenceNr(), each.event()))
                    .toList();
            return new EventPage<>(happened, events.extractOffset(group.get(group.size() - 1)));
        }

        @Override
        public Object extractOffset(EventPage<E> page) {
            return page.offset();
        }

        @Override
        public long extractCreationTime(EventPage<E> page) {
            return page.events().get(0).at().toEpochMilli();
        }
    }

    @Override
    public <E> CompletionStage<List<Happened<E>>> eventsOf(
            EntityKind<?, ?, ?, ?, ?> kind, String entityId, long from, long to) {
        return journal.eventsOf(kind, entityId, from, to);
    }
}
