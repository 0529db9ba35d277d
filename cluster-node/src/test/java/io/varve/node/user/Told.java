package io.varve.node.user;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserEvent.Notified;
import io.varve.node.user.UserEvent.Registered;
import java.util.Arrays;
import java.util.List;

/** Short words for what Ann is told, for the tests of users. */
final class Told {
    static final String ID = "ann";
    static final UserProfile PROFILE = new UserProfile("Ann", null);
    static final Registered REGISTERED = new Registered(ID, PROFILE);
    /** Where likes of a post of hers come from, and answers to it. */
    static final String LIKES = "crowd|likes~p1~0";

    private Told() {}

    static DeciderSpec<UserCommand, UserEvent, UserState, UserAnswer, UserRefusal> given(UserEvent... events) {
        return DeciderSpec.given(new UserDecider(), ID, List.of(events));
    }

    /** Of a post of hers, which began a conversation. */
    static Tell likes(Act... acts) {
        return tell(LIKES, NotificationReason.LIKED, "p1", acts);
    }

    /** An answer to that post. */
    static Tell comment(String postId, String actor) {
        return tell("post|" + postId, NotificationReason.COMMENTED, "p1", new Act(1, actor, postId));
    }

    static Tell tell(String source, NotificationReason reason, String subject, Act... acts) {
        return new Tell(source, acts[acts.length - 1].revision(), reason, subject, "p1", List.of(acts));
    }

    static Act act(long revision, String actor) {
        return new Act(revision, actor, null);
    }

    /** @param newestActors of the whole group, the newest first */
    static Notified liked(String groupId, long upTo, List<String> newActors, long count, String... newestActors) {
        return new Notified(
                ID,
                groupId,
                NotificationReason.LIKED,
                "p1",
                "p1",
                LIKES,
                upTo,
                newActors,
                Arrays.asList(newestActors),
                count,
                null);
    }
}
