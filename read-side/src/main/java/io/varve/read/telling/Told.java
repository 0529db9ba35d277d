package io.varve.read.telling;

import io.varve.node.user.NotificationReason;
import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.Tell;
import java.util.List;
import java.util.Optional;

/** What a user is to be told. */
record Told(String userId, Tell tell) {
    /**
     * Nothing when it is all the user's own doing.
     *
     * @param source the entity whose events it comes from
     * @param acts in the order of the events
     */
    static Optional<Told> of(
            String userId, String source, NotificationReason reason, String subject, String thread, List<Act> acts) {
        var others = acts.stream().filter(act -> !act.actor().equals(userId)).toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        long upTo = others.get(others.size() - 1).revision();
        return Optional.of(new Told(userId, new Tell(source, upTo, reason, subject, thread, others)));
    }
}
