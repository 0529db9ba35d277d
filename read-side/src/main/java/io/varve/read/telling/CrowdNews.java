package io.varve.read.telling;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand.Act;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the events of a page say of one bucket of a crowd.
 *
 * @param crowdId the bucket
 * @param acts who has joined for the first time, in the order of the events
 */
record CrowdNews(String crowdId, CrowdRelation relation, String subject, List<Act> acts) {
    /** Of those of which anybody is to be told. */
    static Collection<CrowdNews> of(List<Happened<CrowdEvent>> events) {
        Map<String, CrowdNews> news = new LinkedHashMap<>();
        for (var happened : events) {
            if (happened.event() instanceof Joined e) {
                if (e.first() && reason(e.relation()).isPresent()) {
                    news.computeIfAbsent(
                                    happened.entityId(),
                                    id -> new CrowdNews(id, e.relation(), e.subject(), new ArrayList<>()))
                            .acts()
                            .add(new Act(happened.revision(), e.member(), null));
                }
            } else if (!(happened.event() instanceof Left)) {
                throw new IllegalStateException("unknown event " + happened.event());
            }
        }
        return news.values();
    }

    private static Optional<NotificationReason> reason(CrowdRelation relation) {
        return switch (relation) {
            case FOLLOWERS -> Optional.of(NotificationReason.FOLLOWED);
            case LIKES -> Optional.of(NotificationReason.LIKED);
            case BOOSTS -> Optional.of(NotificationReason.BOOSTED);
            // Comments are told of as posts, and that somebody watches is nobody's business.
            case COMMENTS, OBSERVERS -> Optional.empty();
        };
    }

    boolean isAboutPost() {
        return relation != CrowdRelation.FOLLOWERS;
    }

    /** The followed one is told. */
    List<Told> toldToFollowed() {
        return told(List.of(subject), null);
    }

    /** @param observers of the post */
    List<Told> told(PostHead post, List<String> observers) {
        return told(relation == CrowdRelation.LIKES ? observers : List.of(post.author()), post.root());
    }

    private List<Told> told(List<String> users, String thread) {
        var source = CrowdKind.create().persistenceId(crowdId);
        var reason = reason(relation).orElseThrow();
        return users.stream()
                .flatMap(user -> Told.of(user, source, reason, subject, thread, acts).stream())
                .toList();
    }
}
