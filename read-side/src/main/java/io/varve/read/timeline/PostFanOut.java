package io.varve.read.timeline;

import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import io.varve.node.post.Visibility;
import io.varve.read.post.PostKey;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import io.varve.read.table.Write;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings posts into the feeds of those who follow their authors. */
final class PostFanOut {
    private static final int LANES = 8;

    private final FeedSources sources;
    private final BigAuthors big;
    private final int upTo;
    private final RowStore rows;

    /** @param upTo how many followers are too many */
    PostFanOut(FeedSources sources, BigAuthors big, int upTo, RowStore rows) {
        this.sources = sources;
        this.big = big;
        this.upTo = upTo;
        this.rows = rows;
    }

    /** What became of a post. */
    record Change(PostHead head, boolean deleted) {
        FeedRow row() {
            return FeedTables.rowOf(new PostKey(head.postId(), head.createdAt()), head.author());
        }

        /** Whether the row is to be in the feed of a follower, where it still depends on what the post is then. */
        boolean concerns(String follower) {
            return head.visibility() != Visibility.DIRECT || head.mentions().contains(follower);
        }
    }

    /** The events' rows are in the views: a follower who is not there yet will find the posts himself. */
    CompletionStage<Void> fanOut(List<Happened<PostEvent>> events) {
        var byAuthor = changes(events).stream()
                .collect(Collectors.groupingBy(
                        change -> change.head().author(), LinkedHashMap::new, Collectors.toList()));
        return Concurrently.inLanes(
                        LANES, List.copyOf(byAuthor.entrySet()), each -> ofAuthor(each.getKey(), each.getValue()))
                .thenApply(done -> null);
    }

    /** What the events come to, one for each post; comments are in no feed, unless somebody boosts them. */
    static Collection<Change> changes(List<Happened<PostEvent>> events) {
        Map<String, Change> changes = new LinkedHashMap<>();
        for (var happened : events) {
            var event = happened.event();
            var head = event.head();
            if (head.inReplyTo() != null) {
                continue;
            }
            if (event instanceof Written || event instanceof Deleted) {
                changes.put(head.postId(), new Change(head, event instanceof Deleted));
            } else if (event instanceof Edited && head.visibility() == Visibility.DIRECT) {
                // Whom the new text mentions may see it from now on.
                changes.put(head.postId(), new Change(head, false));
            }
        }
        return changes.values();
    }

    private CompletionStage<Void> ofAuthor(String author, List<Change> changes) {
        return edges(author, changes).thenCompose(edges -> FeedLots.write(writes(changes, edges), rows));
    }

    /** Who follows the author, as far as it concerns them; nobody when they find the posts themselves. */
    private CompletionStage<List<FollowEdge>> edges(String author, List<Change> changes) {
        if (changes.stream().allMatch(change -> change.head().visibility() == Visibility.DIRECT)) {
            Set<String> mentioned = new HashSet<>();
            changes.forEach(change -> mentioned.addAll(change.head().mentions()));
            return sources.followersAmong(author, mentioned);
        }
        return big.followers(author, upTo, rows).thenApply(edges -> edges.orElse(List.of()));
    }

    /** The rows of one author's posts. */
    static Stream<Write> writes(List<Change> changes, List<FollowEdge> edges) {
        var own = changes.stream()
                .map(change -> change.deleted()
                        ? FeedTables.over(change.head().author(), change.row())
                        : FeedTables.own(change.row()));
        var others = edges.stream()
                .flatMap(edge -> changes.stream()
                        .filter(change -> change.concerns(edge.userId()))
                        .map(change -> change.deleted()
                                ? FeedTables.over(edge.userId(), change.row())
                                : FeedTables.because(edge, change.row())));
        return Stream.concat(own, others);
    }
}
