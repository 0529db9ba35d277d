package io.varve.read.timeline;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdRelation;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Which of the big authors readers of feeds follow, out of the views and, from then on, out of the feed of crowds. */
final class FollowedBigAuthors {
    private final FeedSources sources;
    private final BigAuthors big;
    private final AtHand<State> readers;

    FollowedBigAuthors(FeedSources sources, BigAuthors big, int mib, Duration forgetAfter) {
        this.sources = sources;
        this.big = big;
        readers = new AtHand<>(mib, forgetAfter, new State(0, KnownIds.NONE), this::read);
    }

    /** @param among of whom it was asked; who is big stays so, so that their number tells whether others have come */
    private record State(int among, KnownIds ids) implements AtHand.Held<State> {
        @Override
        public State withRead(State found) {
            return new State(found.among, ids.withRead(found.ids));
        }

        @Override
        public long bytes() {
            return Footprint.OBJECT + ids.bytes();
        }
    }

    /** Those of the big authors whom a user follows. */
    CompletionStage<Set<String>> of(String userId, Set<String> all) {
        if (all.isEmpty()) {
            return CompletableFuture.completedFuture(all);
        }
        return readers.get(userId)
                .thenCompose(known -> known.among() < all.size()
                        ? readers.readAgain(userId)
                        : CompletableFuture.completedFuture(known))
                .thenApply(known -> known.ids().all().filter(all::contains).collect(toUnmodifiableSet()));
    }

    /** Also of who is not big: they may be when the reader's feed is read next. */
    void take(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event.relation() == CrowdRelation.FOLLOWERS) {
            boolean follows = event instanceof Joined;
            readers.change(
                    event.member(), had -> new State(had.among(), had.ids().with(event.subject(), follows)));
        }
    }

    private CompletionStage<State> read(String userId) {
        var all = big.all();
        return sources.followed(userId, all).thenApply(found -> new State(all.size(), new KnownIds(found, Map.of())));
    }
}
