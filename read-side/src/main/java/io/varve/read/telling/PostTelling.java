package io.varve.read.telling;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Tells whom posts mention and who watches what they answer, and makes members of comments and of observers. */
final class PostTelling {
    private static final int LANES = 32;
    /** Posts that are told at the same time; each has lanes of its own. */
    private static final int FEW_LANES = 4;

    private final Doors doors;
    private final Conversations conversations;

    PostTelling(Doors doors) {
        this.doors = doors;
        conversations = new Conversations(doors);
    }

    CompletionStage<Void> tell(List<Happened<PostEvent>> events) {
        var news = PostNews.of(events);
        return conversations
                .standing(concerned(news))
                .thenCompose(standing -> count(news, standing)
                        .thenCompose(counted -> conversations.watch(heads(news, standing)))
                        .thenCompose(watched -> conversations.observers(watched(news, standing)))
                        .thenCompose(observers -> Concurrently.inLanes(
                                FEW_LANES, List.copyOf(news), each -> tell(each, standing, observers))))
                .thenApply(done -> null);
    }

    /** Posts of which it must be known whether they are still there. */
    private static Set<String> concerned(Collection<PostNews> news) {
        Set<String> ids = new HashSet<>();
        news.stream().filter(PostNews::tells).forEach(each -> {
            ids.add(each.head().postId());
            ids.addAll(each.watched());
        });
        return ids;
    }

    /** Counts the comments of what the posts answer, and lets who answers watch. */
    private CompletionStage<Void> count(Collection<PostNews> news, Map<String, PostHead> standing) {
        var comments = news.stream()
                .filter(each -> each.head().inReplyTo() != null)
                .filter(each -> each.isNew() || each.deleted())
                .toList();
        return Concurrently.inLanes(LANES, comments, each -> count(each.head(), standing))
                .thenApply(done -> null);
    }

    private CompletionStage<Void> count(PostHead comment, Map<String, PostHead> standing) {
        return standing.containsKey(comment.postId())
                ? doors.join(CrowdRelation.COMMENTS, comment.inReplyTo(), comment.postId())
                        .thenCompose(
                                counted -> doors.join(CrowdRelation.OBSERVERS, comment.inReplyTo(), comment.author()))
                : doors.leave(CrowdRelation.COMMENTS, comment.inReplyTo(), comment.postId());
    }

    /** The posts that are to be watched: those that are new, and those whose observers are told. */
    private static Collection<PostHead> heads(Collection<PostNews> news, Map<String, PostHead> standing) {
        Map<String, PostHead> heads = new HashMap<>();
        news.stream()
                .filter(each -> each.isNew() && !each.deleted())
                .forEach(each -> heads.put(each.head().postId(), each.head()));
        heads.putAll(standing);
        return heads.values();
    }

    private static Set<String> watched(Collection<PostNews> news, Map<String, PostHead> standing) {
        return news.stream()
                .filter(PostNews::tells)
                .flatMap(each -> each.watched().stream())
                .filter(standing::containsKey)
                .collect(Collectors.toSet());
    }

    /** What is deleted by now is told to nobody. */
    private CompletionStage<Void> tell(
            PostNews news, Map<String, PostHead> standing, Map<String, List<String>> observers) {
        var post = standing.get(news.head().postId());
        return post == null
                ? CompletableFuture.completedFuture(null)
                : conversations.whoMaySee(post, news.told(observers)).thenCompose(conversations::tell);
    }
}
