package io.varve.read.telling;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Tells of likes, boosts and followers. */
final class CrowdTelling {
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
                            .thenCompose(observers -> conversations.tell(told(news, standing, observers)));
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

    private static List<Told> told(
            Collection<CrowdNews> news, Map<String, PostHead> standing, Map<String, List<String>> observers) {
        List<Told> told = new ArrayList<>();
        for (var each : news) {
            var post = standing.get(each.subject());
            if (!each.isAboutPost()) {
                told.addAll(each.toldToFollowed());
            } else if (post != null) {
                told.addAll(each.told(post, observers.getOrDefault(each.subject(), List.of())));
            }
        }
        return told;
    }
}
