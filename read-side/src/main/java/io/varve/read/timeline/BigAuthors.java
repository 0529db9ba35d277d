package io.varve.read.timeline;

import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who has too many followers for rows in the feeds of all of them. Who has been big stays so. */
final class BigAuthors {
    private static final Logger LOG = LoggerFactory.getLogger(BigAuthors.class);
    /** Their new posts are in no feed until the processes that show feeds have looked. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final FeedSources sources;
    private volatile Set<String> known = Set.of();

    BigAuthors(FeedSources sources) {
        this.sources = sources;
    }

    /** Keeps the set fresh; complete after the first look. */
    static CompletionStage<BigAuthors> start(ActorSystem<?> system, FeedSources sources) {
        var authors = new BigAuthors(sources);
        return authors.look().thenApply(looked -> {
            Source.tick(LOOK_EVERY, LOOK_EVERY, Done.getInstance())
                    .mapAsync(
                            1,
                            tick -> authors.look().exceptionally(failure -> {
                                LOG.warn("Who has many followers could not be read; it will be again", failure);
                                return Done.getInstance();
                            }))
                    .runWith(Sink.ignore(), system);
            return authors;
        });
    }

    CompletionStage<Done> look() {
        return sources.bigAuthors().thenApply(found -> {
            known = found;
            return Done.getInstance();
        });
    }

    boolean contains(String author) {
        return known.contains(author);
    }

    /** Everybody who is big. */
    Set<String> all() {
        return known;
    }

    /**
     * Those who follow an author; empty when there are so many that the author is, from now on, big.
     *
     * @param upTo how many followers are too many
     */
    CompletionStage<Optional<List<FollowEdge>>> followers(String author, int upTo, RowStore rows) {
        if (contains(author)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return sources.followers(author, upTo)
                .thenCompose(edges -> edges.size() < upTo
                        ? CompletableFuture.completedFuture(Optional.of(edges))
                        : add(author, rows).thenApply(added -> Optional.empty()));
    }

    private CompletionStage<Void> add(String author, RowStore rows) {
        return rows.write(List.of(FeedTables.bigAuthor(author))).thenRun(() -> {
            synchronized (this) {
                var all = new HashSet<>(known);
                all.add(author);
                known = Set.copyOf(all);
            }
        });
    }
}
