package io.varve.read.timeline;

import static java.util.stream.Collectors.partitioningBy;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Written;
import io.varve.read.post.PostKey;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What big authors wrote and boosted last, at hand in each process: all who follow them read the same. Only who goes further
 * into the past than that has the author's lists read.
 */
final class NewestOfBigAuthors {
    /** Of an author's posts, and of the boosts. */
    private static final int ROWS = 32;

    private static final int LANES = 16;

    private final FeedSources sources;
    private final BigAuthors big;
    private final AtHand<NewestRows> authors;

    NewestOfBigAuthors(FeedSources sources, BigAuthors big, int mib, Duration forgetAfter) {
        this.sources = sources;
        this.big = big;
        authors = new AtHand<>(
                mib,
                forgetAfter,
                NewestRows.NOTHING,
                author -> fetched(author, FeedRow.START, ROWS).thenApply(NewestRows::ofViews));
    }

    void takePost(Happened<PostEvent> happened) {
        if (happened.event() instanceof Written written && written.head().inReplyTo() == null) {
            var head = written.head();
            if (big.contains(head.author())) {
                var row = FeedTables.rowOf(new PostKey(head.postId(), head.createdAt()), head.author());
                authors.change(head.author(), had -> had.withPost(row));
            }
        }
    }

    void takeBoost(Happened<CrowdEvent> happened) {
        var event = happened.event();
        if (event.relation() == CrowdRelation.BOOSTS && big.contains(event.member())) {
            var row = new FeedRow(happened.at(), event.subject(), event.member(), happened.revision());
            boolean stands = event instanceof Joined;
            authors.change(event.member(), had -> had.withBoost(row, stands));
        }
    }

    /**
     * What comes after a place.
     *
     * @param stored what comes after it of others; as many as asked for, or all
     * @param limit how many rows are asked for
     */
    CompletionStage<FeedPart> after(FeedRow from, FeedPart stored, Collection<String> whom, int limit) {
        return Concurrently.inLanes(
                        LANES,
                        List.copyOf(whom),
                        author -> authors.get(author)
                                .thenApply(newest ->
                                        new OfAuthor(author, newest.now().after(from))))
                .thenCompose(newest -> completed(newest, stored, from, limit));
    }

    private record OfAuthor(String author, FeedPart part) {
        /** Whether nothing is missing of it up to a place, or at all. */
        boolean reaches(Optional<FeedRow> end) {
            return part.upTo().isEmpty()
                    || end.isPresent() && !part.upTo().get().precedes(end.get());
        }
    }

    /** Where the part would end tells whose rows at hand do not go that far. */
    private CompletionStage<FeedPart> completed(List<OfAuthor> newest, FeedPart stored, FeedRow from, int limit) {
        List<FeedPart> parts = new ArrayList<>(newest.size() + 1);
        parts.add(stored);
        newest.forEach(each -> parts.add(each.part().asIfWhole()));
        var end = FeedPart.merge(parts, limit).upTo();
        var farEnough = newest.stream().collect(partitioningBy(each -> each.reaches(end)));
        return Concurrently.inLanes(LANES, farEnough.get(false), each -> fetched(each.author(), from, limit))
                .thenApply(fetched -> {
                    List<FeedPart> all = new ArrayList<>(fetched);
                    all.add(stored);
                    farEnough.get(true).forEach(each -> all.add(each.part()));
                    return FeedPart.merge(all, limit);
                });
    }

    private CompletionStage<FeedPart> fetched(String author, FeedRow from, int limit) {
        return sources.posts(author, from, limit).thenCombine(sources.boosts(author, from, limit), FeedPart::merge);
    }
}
