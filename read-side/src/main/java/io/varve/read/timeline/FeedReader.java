package io.varve.read.timeline;

import io.varve.read.post.PostView;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Repeating;
import io.varve.read.user.Mutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Reads feeds: the rows that are there, and what the big authors wrote, less what the reader is not to see. */
final class FeedReader {
    /** So many rows are read beyond what is asked for, since some may be passed over. */
    private static final int SPARE_ROWS = 5;
    /** How many parts of a feed one request reads at most. */
    private static final int MOST_PARTS = 40;

    private final FeedSources sources;
    private final BigAuthors big;
    private final FollowedBigAuthors followed;
    private final NewestOfBigAuthors newest;
    private final PostItems items;
    private final Function<String, CompletionStage<Mutes>> mutes;

    /**
     * @param followed which of the big ones a reader follows
     * @param mutes of a reader
     */
    FeedReader(
            FeedSources sources,
            BigAuthors big,
            FollowedBigAuthors followed,
            NewestOfBigAuthors newest,
            PostItems items,
            Function<String, CompletionStage<Mutes>> mutes) {
        this.sources = sources;
        this.big = big;
        this.followed = followed;
        this.newest = newest;
        this.items = items;
        this.mutes = mutes;
    }

    CompletionStage<Page<FeedItem>> feed(String userId, PageRequest page) {
        var after = FeedRow.after(page);
        var all = big.all();
        return mutes.apply(userId)
                .thenCompose(muted -> followed.of(userId, all)
                        .thenCompose(
                                followed -> new Reading(userId, muted, all, followed, page.limit(), after).page()));
    }

    /** One page as it is put together. */
    private final class Reading {
        private final String userId;
        private final Mutes muted;
        private final Set<String> bigOnes;
        private final Set<String> followed;
        private final int limit;
        private final int rowsAtOnce;
        private final List<FeedRow> shown = new ArrayList<>();
        private final List<FeedItem> shownItems = new ArrayList<>();
        private Optional<FeedRow> after;
        private int parts;

        /** @param followed those of the big ones whom the reader follows */
        Reading(String userId, Mutes muted, Set<String> bigOnes, Set<String> followed, int limit, FeedRow after) {
            this.userId = userId;
            this.muted = muted;
            this.bigOnes = bigOnes;
            this.followed = followed;
            this.limit = limit;
            this.after = Optional.of(after);
            // One more than the limit tells whether there is a following part.
            rowsAtOnce = limit + 1 + SPARE_ROWS;
        }

        CompletionStage<Page<FeedItem>> page() {
            return Repeating.whileTrue(() -> part().thenCompose(this::take).thenApply(taken -> goesOn()))
                    .thenApply(done -> cut());
        }

        private boolean goesOn() {
            return after.isPresent() && shown.size() <= limit && ++parts < MOST_PARTS;
        }

        private Page<FeedItem> cut() {
            return shown.size() > limit
                    ? new Page<>(
                            shownItems.subList(0, limit),
                            Optional.of(shown.get(limit - 1).cursor()))
                    : new Page<>(shownItems, after.map(FeedRow::cursor));
        }

        private CompletionStage<FeedPart> part() {
            var from = after.orElseThrow();
            var rows = sources.rows(userId, from, rowsAtOnce);
            if (bigOnes.isEmpty()) {
                return rows;
            }
            return rows.thenCompose(
                    stored -> newest.after(from, stored.without(this::isFetched), followed, rowsAtOnce));
        }

        /** What was stored before somebody was big tells nothing any more: who leaves them takes nothing back. */
        private boolean isFetched(FeedRow row) {
            return bigOnes.contains(row.by()) && !row.by().equals(userId);
        }

        private CompletionStage<Void> take(FeedPart part) {
            after = part.upTo();
            var ids = part.rows().stream().map(FeedRow::postId).distinct().toList();
            return items.posts(ids).thenAccept(posts -> part.rows().forEach(row -> take(row, posts)));
        }

        private void take(FeedRow row, Map<String, PostView> posts) {
            var post = posts.get(row.postId());
            if (post != null && FeedRules.shows(userId, muted, row.by(), row.isBoosted(), post)) {
                shown.add(row);
                shownItems.add(
                        new FeedItem(post, row.isBoosted() ? Optional.of(row.by()) : Optional.empty(), row.at()));
            }
        }
    }
}
