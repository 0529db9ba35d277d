package io.varve.read.telling;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.query.Concurrently;
import io.varve.read.table.Happened;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Tells of likes, boosts and followers. */
final class CrowdTelling {
    /** Subjects that are told of at the same time; each has lanes of its own. */
    private static final int LANES = 4;

    private final Conversations conversations;

    CrowdTelling(Doors doors) {
        conversations = new Conversations(doors);
    }

    CompletionStage<Void> tell(List<Happened<CrowdEvent>> events) {
        var news = CrowdNews.of(events);
        return conversations
                .standing(subjects(news, Set.of(CrowdRelation.LIKES, CrowdRelation.BOOSTS)))
                .thenCompose(standing -> {
                    var liked = liked(news, standing);
                    return conversations
                            .watch(liked)
                            .thenCompose(watched -> conversations.observers(
                                    liked.stream().map(PostHead::postId).toList()))
                            .thenCompose(observers -> told(news, standing, observers))
                            .thenCompose(conversations::tell);
                });
    }

    private static Set<String> subjects(Collection<CrowdNews> news, Set<CrowdRelation> of) {
        return news.stream()
                .filter(each -> of.contains(each.relation()))
                .map(CrowdNews::subject)
                .collect(Collectors.toSet());
    }

    private static List<PostHead> liked(Collection<CrowdNews> news, Map<String, PostHead> standing) {
        var ids = subjects(news, Set.of(CrowdRelation.LIKES));
        return standing.values().stream()
                .filter(post -> ids.contains(post.postId()))
                .toList();
    }

    private CompletionStage<List<Told>> told(
            Collection<CrowdNews> news, Map<String, PostHead> standing, Map<String, List<String>> observers) {
        return Concurrently.inLanes(
                        LANES,
                        List.copyOf(news),
                        each -> each.isAboutPost()
                                ? told(each, standing.get(each.subject()), observers)
                                : CompletableFuture.completedFuture(each.toldToFollowed()))
                .thenApply(found -> found.stream().flatMap(List::stream).toList());
    }

    /** @param post null if it is not there any more: of that, nobody is told */
    private CompletionStage<List<Told>> told(CrowdNews news, PostHead post, Map<String, List<String>> observers) {
        return post == null
                ? CompletableFuture.completedFuture(List.of())
                : conversations.whoMaySee(post, news.told(post, observers.getOrDefault(post.postId(), List.of())));
    }
}
