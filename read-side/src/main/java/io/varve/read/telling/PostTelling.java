package io.varve.read.telling;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells whom posts mention and who watches what they answer, and makes members of comments and of observers. */
final class PostTelling {
    private static final int LANES = 32;

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
                        .thenCompose(counted -> observers(news, standing))
                        .thenCompose(observers -> Concurrently.inLanes(
                                LANES,
                                news.stream()
                                        .filter(each -> standing.containsKey(
                                                each.head().postId()))
                                        .toList(),
                                each -> tell(each, observers))))
                .thenApply(done -> null);
    }

    /** Posts of which it must be known whether they are still there. */
    private static Set<String> concerned(Collection<PostNews> news) {
        Set<String> ids = new HashSet<>();
        news.stream().filter(each -> !each.deleted()).forEach(each -> {
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
        return Concurrently.inLanes(LANES, comments, each -> {
                    var head = each.head();
                    if (!standing.containsKey(head.postId())) {
                        return doors.leave(CrowdRelation.COMMENTS, head.inReplyTo(), head.postId());
                    }
                    return doors.join(CrowdRelation.COMMENTS, head.inReplyTo(), head.postId())
                            .thenCompose(counted ->
                                    doors.join(CrowdRelation.OBSERVERS, head.inReplyTo(), head.author()));
                })
                .thenApply(done -> null);
    }

    /** Of what is watched; that the posts themselves are watched from now on comes with it. */
    private CompletionStage<Map<String, List<String>>> observers(
            Collection<PostNews> news, Map<String, PostHead> standing) {
        Set<String> ids = concerned(news);
        return conversations.observers(
                standing.values().stream().filter(post -> ids.contains(post.postId())).toList());
    }

    private CompletionStage<Void> tell(PostNews news, Map<String, List<String>> observers) {
        return conversations.whoMaySee(news.head(), news.told(observers)).thenCompose(conversations::tell);
    }
}
