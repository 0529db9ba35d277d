package io.varve.node.entity;

import io.varve.node.crowd.CrowdAnswer;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRefusal;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostKind;
import io.varve.node.post.PostRefusal;
import io.varve.node.post.Visibility;
import io.varve.node.user.NotificationReason;
import io.varve.node.user.PushSubscription;
import io.varve.node.user.UserAnswer;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserCommand.Act;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserKind;
import io.varve.node.user.UserProfile;
import io.varve.node.user.UserRefusal;
import java.io.NotSerializableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Users, posts and crowds. */
class SocialSerializerTest extends SerializerTests {
    private static final List<UserCommand> OF_A_USER = List.of(
            new UserCommand.Define(new UserProfile("Ann", null)),
            new UserCommand.Mute(MuteKind.THREAD, "p1", true),
            new UserCommand.Mute(MuteKind.USER, "eve", true),
            new UserCommand.Bookmark("p1", true),
            new UserCommand.Bookmark("p2", true),
            new UserCommand.Subscribe(new PushSubscription("https://push.example/1", "key", "secret")),
            new UserCommand.Unsubscribe("https://push.example/2", true),
            tell("crowd|likes~p4~0", NotificationReason.LIKED, new Act(7, "bob", null), new Act(9, "carol", null)),
            new UserCommand.MarkRead(7),
            tell("post|p5", NotificationReason.COMMENTED, new Act(1, "carol", "p5")),
            tell("crowd|boosts~p4~0", NotificationReason.BOOSTED, new Act(3, "bob", null)),
            new UserCommand.Look());

    private static final List<PostCommand> OF_A_POST = List.of(
            new PostCommand.Write(
                    "ann",
                    "Yes @bob #varve",
                    Visibility.PUBLIC,
                    new PostHead(
                            "p0",
                            "bob",
                            Visibility.FOLLOWERS,
                            "bob",
                            List.of(),
                            null,
                            "p0",
                            List.of("carol"),
                            List.of(),
                            AT)),
            new PostCommand.Edit("No @carol"),
            new PostCommand.Look(),
            new PostCommand.Delete());

    private static final List<CrowdCommand> OF_A_CROWD = List.of(
            new CrowdCommand.Join("carol", false),
            new CrowdCommand.Join("ann", true),
            new CrowdCommand.Join("bob", true),
            new CrowdCommand.Leave("bob"),
            new CrowdCommand.Leave("eve"),
            new CrowdCommand.Has("ann"),
            new CrowdCommand.Members("ann", 10));

    private static UserCommand tell(String source, NotificationReason reason, Act... acts) {
        return new UserCommand.Tell(source, acts[acts.length - 1].revision(), reason, "p4", "p3", List.of(acts));
    }

    static Stream<Arguments> messages() {
        var head = new PostHead(
                "p1", "ann", Visibility.PUBLIC, null, List.of(), null, "p1", List.of("bob"), List.of("varve"), AT);
        return Stream.of(
                        commands("user", OF_A_USER),
                        commands("post", OF_A_POST),
                        commands("crowd", OF_A_CROWD),
                        Stream.of(
                                Arguments.of("reply:user", reply("user", new UserAnswer("ann", true))),
                                Arguments.of("reply:user", refusal("user", UserRefusal.TOO_MANY)),
                                Arguments.of("reply:post", reply("post", new PostAnswer(head, true))),
                                Arguments.of("reply:post", refusal("post", PostRefusal.POST_DELETED)),
                                Arguments.of("reply:crowd", reply("crowd", new CrowdAnswer(true, true, 3))),
                                Arguments.of(
                                        "reply:crowd",
                                        reply("crowd", new CrowdAnswer(false, false, 2, List.of("ann", "bob")))),
                                Arguments.of("reply:crowd", refusal("crowd", CrowdRefusal.CROWD_FULL))))
                .flatMap(messages -> messages);
    }

    private static Stream<Arguments> commands(String kind, List<?> commands) {
        return commands.stream().map(command -> Arguments.of("command:" + kind, command(kind, command)));
    }

    @Test
    void snapshot_isReadAsItWasWritten() throws NotSerializableException {
        snapshotRoundTrip(UserKind.create(), "ann", OF_A_USER);
        snapshotRoundTrip(PostKind.create(), "p1", OF_A_POST.subList(0, 2));
        snapshotRoundTrip(PostKind.create(), "p1", OF_A_POST);
        snapshotRoundTrip(CrowdKind.create(), CrowdRelation.OBSERVERS.entityId("p1", 0), OF_A_CROWD);
    }
}
