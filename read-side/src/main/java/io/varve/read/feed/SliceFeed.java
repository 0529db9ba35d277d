package io.varve.read.feed;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedNews;
import io.varve.read.table.Happened;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.pekko.NotUsed;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.Pair;
import org.apache.pekko.projection.javadsl.SourceProvider;
import org.apache.pekko.stream.javadsl.Source;

/** Reads the log that the batching journals write; a worker is a range of slices. */
public final class SliceFeed implements EventFeed {
    private static final Comparator<Happened<?>> BY_REVISION = Comparator.comparingLong(Happened::revision);

    private final ActorSystem<?> system;
    private final FeedSettings settings;
    private final FeedTable table;
    private final FeedNews news;
    private final EntityJournal journal;

    /** @param session uses the keyspace, in which the tables exist */
    public SliceFeed(ActorSystem<?> system, CqlSession session, FeedSettings settings) {
        this.system = system;
        this.settings = settings;
        table = new FeedTable(system, session);
        news = FeedNews.get(system.classicSystem());
        journal = new EntityJournal(system);
    }

    @Override
    public String name() {
        return "slices";
    }

    @Override
    public <E> SourceProvider<Object, EventPage<E>> pages(EntityKind<?, ?, ?, ?, ?> kind, int worker, int workers) {
        return new Pages<>(kind, SliceRange.of(worker, workers));
    }

    @Override
    public <E> Following<E> following(EntityKind<?, ?, ?, ?, ?> kind) {
        return new SliceFollowing<>(kind, system, settings, table, news, journal);
    }

    private final class Pages<E> extends SourceProvider<Object, EventPage<E>> {
        private final EntityKind<?, ?, ?, ?, ?> kind;
        private final SliceRange range;

        Pages(EntityKind<?, ?, ?, ?, ?> kind, SliceRange range) {
            this.kind = kind;
            this.range = range;
        }

        @Override
        public CompletionStage<Source<EventPage<E>, NotUsed>> source(
                Supplier<CompletionStage<Optional<Object>>> offset) {
            return offset.get()
                    .thenApply(found -> found.map(saved -> FeedPosition.of((String) saved, range))
                            .orElseGet(() -> FeedPosition.start(range)))
                    .thenApply(position -> Source.unfoldAsync(
                                    reader(position),
                                    reader -> reader.next()
                                            .thenApply(rows -> Optional.of(Pair.create(reader, page(reader, rows)))))
                            .filter(page -> !page.events().isEmpty()));
        }

        private SliceReader<E> reader(FeedPosition position) {
            return new SliceReader<>(kind, range, position, settings, table, news, journal, system.executionContext());
        }

        private static <E> EventPage<E> page(SliceReader<E> reader, List<Placed<E>> rows) {
            // An entity may have moved from one journal to another within the page.
            List<Happened<E>> events = rows.stream()
                    .flatMap(row -> row.events().stream())
                    .sorted(BY_REVISION)
                    .toList();
            return new EventPage<>(events, reader.position().offset());
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
