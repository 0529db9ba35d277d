package io.varve.node.user;

import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserEvent.NotificationsRead;
import io.varve.node.user.UserEvent.Notified;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user was told.
 *
 * @param open the groups that are not read, by reason and subject
 * @param told up to which revision, by reason and source
 * @param newest the revision of the event that told something last, or 0
 * @param readUpTo the revision up to which all is read
 */
record Notifications(Newest<NotificationGroup> open, Newest<Long> told, long newest, long readUpTo) {
    /** What is told of an older one begins a group anew. */
    static final int MAX_OPEN = 500;
    /** What comes once more from an older one would be told twice; only what was just told comes once more. */
    static final int MAX_TOLD = 10_000;

    static final Notifications NONE = new Notifications(Newest.none(), Newest.none(), 0, 0);

    /** The acts that the user was not told of. */
    List<Act> untold(Tell tell) {
        long upTo = told.get(key(tell.reason(), tell.source())).orElse(0L);
        return tell.acts().stream().filter(act -> act.revision() > upTo).toList();
    }

    /**
     * The event that tells the user.
     *
     * @param acts those of the command that are to be told, at least one
     * @param revision that of the event
     */
    Notified tell(String userId, Tell tell, List<Act> acts, long revision) {
        var group = open.get(key(tell.reason(), tell.subject())).orElseGet(() -> NotificationGroup.beginning(revision));
        var newActors = actors(acts);
        return new Notified(
                userId,
                group.groupId(),
                tell.reason(),
                tell.subject(),
                tell.thread(),
                tell.source(),
                tell.upTo(),
                newActors,
                group.actorsAfter(newActors),
                // Everybody may comment more than once, and each is counted.
                tell.reason() == NotificationReason.COMMENTED
                        ? group.count() + acts.size()
                        : group.countAfter(newActors),
                newestPost(acts).orElse(null));
    }

    /** Without repeats; whoever comes again counts as the newer one. */
    private static List<String> actors(List<Act> acts) {
        var newestFirst = new LinkedHashSet<String>();
        for (int n = acts.size() - 1; n >= 0; n--) {
            newestFirst.add(acts.get(n).actor());
        }
        var actors = new ArrayList<>(newestFirst);
        Collections.reverse(actors);
        return actors;
    }

    private static Optional<String> newestPost(List<Act> acts) {
        return acts.stream().map(Act::postId).filter(Objects::nonNull).reduce((older, newer) -> newer);
    }

    Notifications after(Notified e, long revision) {
        var group = new NotificationGroup(e.groupId(), e.actors(), e.count(), revision);
        return new Notifications(
                open.with(key(e.reason(), e.subject()), group, MAX_OPEN),
                told.with(key(e.reason(), e.source()), e.upTo(), MAX_TOLD),
                revision,
                readUpTo);
    }

    /** Up to which revision all is read once the user has seen what there is up to another one. */
    long readAfter(long upTo) {
        return Math.max(readUpTo, Math.min(upTo, newest));
    }

    Notifications after(NotificationsRead e) {
        return new Notifications(open.without(group -> group.revision() <= e.upTo()), told, newest, e.upTo());
    }

    private static String key(NotificationReason reason, String id) {
        return reason + " " + id;
    }
}
