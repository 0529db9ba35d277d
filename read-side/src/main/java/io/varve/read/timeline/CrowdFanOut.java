package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.read.query.Concurrently;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Repeating;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import io.varve.read.timeline.CrowdChanges.BoostChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Brings what somebody wrote and boosted into the feeds of those who follow them from now on, takes it from those who
 * do not any more, and brings boosts into the feeds of those who follow the booster.
 */
final class CrowdFanOut {
    private static final int LANES = 8;
    /** Posts of an author that are in memory at a time. */
    private static final int POSTS = 500;

    private final FeedSources sources;
    private final BigAuthors big;
    private final int upTo;
    private final RowStore rows;

    /** @param upTo how many followers are too many */
    CrowdFanOut(FeedSources sources, BigAuthors big, int upTo, RowStore rows) {
        this.sources = sources;
        this.big = big;
        this.upTo = upTo;
        this.rows = rows;
    }

    /** The events' rows are in the views: a post that is not there yet will find the followers itself. */
    CompletionStage<Void> fanOut(List<Happened<CrowdEvent>> events) {
        var changes = CrowdChanges.of(events);
        return Concurrently.inLanes(
                        LANES, List.copyOf(changes.edges().entrySet()), each -> follow(each.getKey(), each.getValue()))
                .thenCompose(done -> Concurrently.inLanes(
                        LANES, List.copyOf(changes.boosts().entrySet()), each -> boost(each.getKey(), each.getValue())))
                .thenApply(done -> null);
    }

    private CompletionStage<Void> follow(String author, List<FollowEdge> edges) {
        if (big.contains(author)) {
            return CompletableFuture.completedFuture(null);
        }
        return posts(author, edges).thenCompose(done -> boosts(author, edges));
    }

    private CompletionStage<Void> posts(String author, List<FollowEdge> edges) {
        var after = new AtomicReference<>(FeedRow.after(PageRequest.first(POSTS)));
        return Repeating.whileTrue(() -> sources.posts(author, after.get(), POSTS)
                .thenCompose(part -> FeedLots.write(becauseOf(edges, part.rows()), rows)
                        .thenApply(written -> {
                            part.upTo().ifPresent(after::set);
                            return part.upTo().isPresent();
                        })));
    }

    /**
     * Who follows gets the boosts that stand. Who leaves loses all: one that is just being taken back may not be seen
     * to stand, and whoever takes it back may not see that this one was a follower.
     */
    private CompletionStage<Void> boosts(String author, List<FollowEdge> edges) {
        return sources.allBoosts(author)
                .thenCompose(all -> sources.standing(author, all).thenCompose(standing -> {
                    var joined = edges.stream().filter(FollowEdge::follows).toList();
                    var left = edges.stream().filter(edge -> !edge.follows()).toList();
                    return FeedLots.write(Stream.concat(becauseOf(joined, standing), becauseOf(left, all)), rows);
                }));
    }

    private static Stream<Write> becauseOf(List<FollowEdge> edges, List<FeedRow> there) {
        return edges.stream().flatMap(edge -> there.stream().map(row -> FeedTables.because(edge, row)));
    }

    private CompletionStage<Void> boost(String by, List<BoostChange> changes) {
        return big.followers(by, upTo, rows)
                .thenCompose(followers -> followers
                        .map(edges -> over(by, changes)
                                .thenCompose(over -> FeedLots.write(
                                        writes(
                                                edges,
                                                changes.stream()
                                                        .map(BoostChange::row)
                                                        .flatMap(Stream::ofNullable)
                                                        .toList(),
                                                over),
                                        rows)))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    /** The boosts that are taken back. */
    private CompletionStage<List<FeedRow>> over(String by, List<BoostChange> changes) {
        var tookBack =
                changes.stream().filter(change -> change.overBefore() > 0).toList();
        return Concurrently.inLanes(
                        LANES,
                        tookBack,
                        change -> sources.allBoosts(by, change.postId())
                                .thenApply(all -> all.stream()
                                        .filter(boost -> boost.boost() < change.overBefore())
                                        .toList()))
                .thenApply(found -> found.stream().flatMap(List::stream).toList());
    }

    /** The rows of one booster. */
    static Stream<Write> writes(List<FollowEdge> edges, List<FeedRow> standing, List<FeedRow> over) {
        return edges.stream()
                .flatMap(edge -> Stream.concat(
                        standing.stream().map(row -> FeedTables.because(edge, row)),
                        over.stream().map(row -> FeedTables.over(edge.userId(), row))));
    }
}
