package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.Fixture;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.projection.KindViews;
import io.varve.read.projection.PostProjection;
import io.varve.read.table.Happened;
import io.varve.read.table.InMemoryRows;
import io.varve.read.table.RowStore;
import io.varve.read.timeline.FeedStory.Deed;
import io.varve.read.timeline.FeedStory.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The projections of posts and of crowds know nothing of each other, and feeds are right whatever overtakes what. */
class FeedInterleavingTest {
    private static final int WORKERS = 3;
    private static final int STEPS = 300;
    private static final int NEVER = 100;
    private static final int EASILY = 2;

    private Random luck;
    private final List<FeedWorker<?>> workers = new ArrayList<>();

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        // Few posts and much coming and going: that is where one may miss the other.
                        Arbitraries.frequency(
                                Tuple.of(6, Deed.FOLLOW),
                                Tuple.of(4, Deed.LEAVE),
                                Tuple.of(3, Deed.WRITE),
                                Tuple.of(1, Deed.WRITE_TO_ONE),
                                Tuple.of(1, Deed.MENTION_ANOTHER),
                                Tuple.of(1, Deed.DELETE),
                                Tuple.of(6, Deed.BOOST),
                                Tuple.of(4, Deed.TAKE_BACK)),
                        Arbitraries.integers().between(0, FeedStory.USERS.size() - 1),
                        Arbitraries.integers().between(0, 11))
                .as(Move::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(120);
    }

    @Property(tries = 600)
    void feed_isWhatPlainThinkingSays_howeverTheWorkersOvertakeEachOther(
            @ForAll("moves") List<Move> moves,
            @ForAll boolean isBigEasily,
            @ForAll boolean mayCrash,
            @ForAll long seed) {
        luck = new Random(seed);
        workers.clear();
        var story = new FeedStory(moves);
        var fixture = Fixture.inMemory();
        var rows = (InMemoryRows) fixture.rows();
        var sources = new InMemoryFeedSources(rows);
        int upTo = isBigEasily ? EASILY : NEVER;
        share(
                story.postEvents(),
                PostProjection.views(),
                rows,
                (big, held) -> new FanOut(sources, big, upTo, held)::ofPosts,
                sources);
        share(
                story.crowdEvents(),
                CrowdProjection.views(),
                rows,
                (big, held) -> new FanOut(sources, big, upTo, held)::ofCrowds,
                sources);

        run(mayCrash ? STEPS : 0);

        var scene = new FeedScene(fixture.views(), rows, sources, upTo);
        scene.journaled(story.postEvents());
        for (var user : FeedStory.USERS) {
            var expected = story.feed(user);
            assertThat(scene.feed(user, 1 + luck.nextInt(3))).as(user).isEqualTo(expected);
            assertThat(scene.verified(user)).isEqualTo(new FeedVerification(expected.size(), List.of()));
        }
    }

    private interface Wiring<E>
            extends BiFunction<BigAuthors, RowStore, Function<List<Happened<E>>, CompletionStage<Void>>> {}

    /** Deals the entities to workers. */
    private <E> void share(
            List<Happened<E>> events, KindViews<E> views, InMemoryRows rows, Wiring<E> fanOut, FeedSources sources) {
        for (int n = 0; n < WORKERS; n++) {
            int worker = n;
            var mine = events.stream()
                    .filter(event -> Math.floorMod(event.entityId().hashCode(), WORKERS) == worker)
                    .toList();
            // Each worker is a process of its own and may not have heard yet who is big.
            var big = new BigAuthors(sources);
            workers.add(new FeedWorker<>(mine, views, rows, held -> fanOut.apply(big, held), luck));
        }
    }

    /** What is done again may mend what was wrong before, so in half of the tries nothing is. */
    private void run(int crashesUpTo) {
        for (int step = 0; workers.stream().anyMatch(worker -> !worker.isDone()); step++) {
            var left = workers.stream().filter(worker -> !worker.isDone()).toList();
            left.get(luck.nextInt(left.size())).step(step < crashesUpTo);
        }
    }
}
