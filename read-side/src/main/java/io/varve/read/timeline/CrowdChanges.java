package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdEvent.Joined;
import io.varve.node.crowd.CrowdEvent.Left;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What events of crowds come to, where feeds are concerned.
 *
 * @param edges who follows an author now or does not any more, by author
 * @param boosts what became of boosts, by who boosted
 */
record CrowdChanges(Map<String, List<FollowEdge>> edges, Map<String, List<BoostChange>> boosts) {
    /**
     * What became of somebody's boosts of a post.
     *
     * @param row the boost that stands, or null
     * @param overBefore boosts with a lower revision are taken back
     */
    record BoostChange(String postId, FeedRow row, long overBefore) {}

    /** Of one member of one crowd. */
    private record Last(Happened<CrowdEvent> happened, long leftAt) {
        CrowdEvent event() {
            return happened.event();
        }

        boolean isJoined() {
            return event() instanceof Joined;
        }
    }

    private record Membership(String crowd, String member) {}

    static CrowdChanges of(List<Happened<CrowdEvent>> events) {
        Map<String, List<FollowEdge>> edges = new LinkedHashMap<>();
        Map<String, List<BoostChange>> boosts = new LinkedHashMap<>();
        for (var last : last(events)) {
            var event = last.event();
            long revision = last.happened().revision();
            switch (event.relation()) {
                case FOLLOWERS ->
                    edges.computeIfAbsent(event.subject(), author -> new ArrayList<>())
                            .add(new FollowEdge(event.member(), last.isJoined(), revision));
                case BOOSTS ->
                    boosts.computeIfAbsent(event.member(), by -> new ArrayList<>())
                            .add(boost(last));
                case LIKES, COMMENTS, OBSERVERS -> {
                    // In no feed.
                }
            }
        }
        return new CrowdChanges(edges, boosts);
    }

    private static Iterable<Last> last(List<Happened<CrowdEvent>> events) {
        Map<Membership, Last> last = new LinkedHashMap<>();
        for (var happened : events) {
            var membership =
                    new Membership(happened.entityId(), happened.event().member());
            if (happened.event() instanceof Joined) {
                var before = last.get(membership);
                last.put(membership, new Last(happened, before == null ? 0 : before.leftAt()));
            } else if (happened.event() instanceof Left left && left.wasMember()) {
                last.put(membership, new Last(happened, happened.revision()));
            }
        }
        return last.values();
    }

    private static BoostChange boost(Last last) {
        var event = last.event();
        var row = last.isJoined()
                ? new FeedRow(
                        last.happened().at(),
                        event.subject(),
                        event.member(),
                        last.happened().revision())
                : null;
        return new BoostChange(event.subject(), row, last.leftAt());
    }
}
