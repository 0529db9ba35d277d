package io.varve.node.user;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a user was told of one kind and subject since they last read it.
 *
 * @param groupId the revision of the event that began it, as text
 * @param actors the newest, without repeats, the newest first; at most {@link #MAX_ACTORS}
 * @param count as in {@link UserEvent.Notified}
 * @param revision of the event that told of it last
 */
record NotificationGroup(String groupId, List<String> actors, long count, long revision) {
    /** How many people a notification names; it counts the others. */
    static final int MAX_ACTORS = 3;

    NotificationGroup {
        actors = List.copyOf(actors);
    }

    static NotificationGroup beginning(long revision) {
        return new NotificationGroup(Long.toString(revision), List.of(), 0, revision);
    }

    /** The actors after some did more, the last of them being the newest. */
    List<String> actorsAfter(List<String> newActors) {
        var newestFirst = new ArrayList<>(newActors);
        Collections.reverse(newestFirst);
        var all = new LinkedHashSet<>(newestFirst);
        all.addAll(actors);
        return all.stream().limit(MAX_ACTORS).toList();
    }

    /**
     * How many there are after some did more. Whoever likes, boosts or follows does so for the first time, or nobody
     * would be told, and a post mentions in the name of one author: so only the newest actors can be counted already.
     */
    long countAfter(List<String> newActors) {
        return count
                + newActors.stream().filter(actor -> !actors.contains(actor)).count();
    }
}
