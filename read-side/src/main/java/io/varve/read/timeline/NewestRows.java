package io.varve.read.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an author wrote and boosted last. What is deleted may be there: whether a post is shown is decided by what it is.
 *
 * @param read from the views
 * @param written what the feed has brought since, by post
 * @param boosts the newest that the feed has brought of each boosted post
 * @param now all together, as far as the views were read
 */
record NewestRows(FeedPart read, Map<String, FeedRow> written, Map<String, Boost> boosts, FeedPart now)
        implements AtHand.Held<NewestRows> {
    private static final int ROW_BYTES = 200;

    static final NewestRows NOTHING = ofViews(new FeedPart(List.of(), Optional.empty()));

    /** @param stands whether it was made, or taken back */
    record Boost(FeedRow row, boolean stands) {}

    static NewestRows ofViews(FeedPart found) {
        return new NewestRows(found, Map.of(), Map.of(), found);
    }

    private static NewestRows of(FeedPart read, Map<String, FeedRow> written, Map<String, Boost> boosts) {
        Map<String, Long> standing = new HashMap<>();
        var rows = new TreeSet<FeedRow>();
        for (var row : read.rows()) {
            var newest = boosts.get(row.postId());
            if (!row.isBoosted()
                    || newest == null
                    || row.boost() >= newest.row().boost()) {
                rows.add(row);
                standing.merge(row.postId(), row.boost(), Math::max);
            }
        }
        rows.addAll(written.values());
        boosts.forEach((postId, newest) -> {
            if (newest.stands() && newest.row().boost() >= standing.getOrDefault(postId, 0L)) {
                rows.add(newest.row());
            }
        });
        var asFarAsRead = read.upTo().map(end -> rows.headSet(end, true)).orElse(rows);
        return new NewestRows(read, written, boosts, new FeedPart(new ArrayList<>(asFarAsRead), read.upTo()));
    }

    @Override
    public NewestRows withRead(NewestRows found) {
        return of(found.read, written, boosts);
    }

    @Override
    public long bytes() {
        // The rows that were read are mostly those that hold now.
        return Footprint.OBJECT + (long) ROW_BYTES * (now.rows().size() + written.size() + boosts.size());
    }

    NewestRows withPost(FeedRow row) {
        var all = new HashMap<>(written);
        all.put(row.postId(), row);
        return of(read, Map.copyOf(all), boosts);
    }

    /** @param row the boost, or as what it was taken back; the revisions are those of one bucket */
    NewestRows withBoost(FeedRow row, boolean stands) {
        var all = new HashMap<>(boosts);
        all.merge(
                row.postId(),
                new Boost(row, stands),
                (had, next) -> next.row().boost() >= had.row().boost() ? next : had);
        return of(read, written, Map.copyOf(all));
    }
}
