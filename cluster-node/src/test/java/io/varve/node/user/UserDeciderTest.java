package io.varve.node.user;

import static io.varve.node.user.Told.ID;
import static io.varve.node.user.Told.PROFILE;
import static io.varve.node.user.Told.REGISTERED;
import static io.varve.node.user.Told.act;
import static io.varve.node.user.Told.given;
import static io.varve.node.user.Told.liked;
import static io.varve.node.user.Told.likes;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.user.UserCommand.Bookmark;
import io.varve.node.user.UserCommand.Define;
import io.varve.node.user.UserCommand.Look;
import io.varve.node.user.UserCommand.MarkRead;
import io.varve.node.user.UserCommand.Mute;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.node.user.UserCommand.Subscribe;
import io.varve.node.user.UserCommand.Unsubscribe;
import io.varve.node.user.UserEvent.BookmarkChanged;
import io.varve.node.user.UserEvent.Changed;
import io.varve.node.user.UserEvent.MuteChanged;
import io.varve.node.user.UserEvent.PushSubscribed;
import io.varve.node.user.UserEvent.PushUnsubscribed;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a user is and what they choose; what they are told is in {@link NotificationsTest}. */
class UserDeciderTest {
    private static final UserProfile OTHER = new UserProfile("Ann B.", "Geologist");
    private static final PushSubscription BROWSER = new PushSubscription("https://push.example/1", "key", "secret");

    private static final List<UserCommand> COMMANDS = List.of(
            new Define(PROFILE),
            new Mute(MuteKind.USER, "bob", true),
            new Bookmark("p1", true),
            new Subscribe(BROWSER),
            new Unsubscribe(BROWSER.endpoint(), false),
            likes(act(1, "bob")),
            new MarkRead(7),
            new Look());

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(given(), given(REGISTERED), given(REGISTERED, liked("2", 1, List.of("bob"), 1, "bob")));
        return stages.stream().flatMap(stage -> COMMANDS.stream().map(command -> Arguments.of(stage, command)));
    }

    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyStageAndCommand_answers(
            DeciderSpec<UserCommand, UserEvent, UserState, UserAnswer, UserRefusal> stage, UserCommand command) {
        var then = stage.when(command);
        assertThat(then.answer().userId()).isEqualTo(ID);
        assertThat(new UserDecider().unchanged(then.state(), command)).isEqualTo(new UserAnswer(ID, false));
    }

    private static void changesNothing(UserCommand command, UserEvent... events) {
        given(events).when(command).thenNothing();
    }

    private static UserEvent[] registeredAnd(int count, IntFunction<UserEvent> event) {
        return Stream.concat(Stream.of(REGISTERED), IntStream.range(0, count).mapToObj(event))
                .toArray(UserEvent[]::new);
    }

    @Test
    void stranger_refusesAllButADefinition_withoutTrace() {
        COMMANDS.stream()
                .filter(command -> !(command instanceof Define))
                .forEach(command -> given().when(command).thenRefusedWithoutTrace(UserRefusal.USER_NOT_FOUND));
    }

    @Test
    void define_registers() {
        var then = given().when(new Define(PROFILE)).then(REGISTERED);
        assertThat(then.answer()).isEqualTo(new UserAnswer(ID, true));
    }

    @Test
    void define_changesTheProfile_unlessItIsTheSame() {
        var then = given(REGISTERED).when(new Define(OTHER)).then(new Changed(ID, OTHER));
        assertThat(then.answer()).isEqualTo(new UserAnswer(ID, false));
        changesNothing(new Define(PROFILE), REGISTERED);
        changesNothing(new Define(OTHER), REGISTERED, new Changed(ID, OTHER));
    }

    @ParameterizedTest
    @EnumSource
    void mute_isSetAndTakenBack(MuteKind kind) {
        var muted = new MuteChanged(ID, kind, "x", true);
        var heard = new MuteChanged(ID, kind, "x", false);
        given(REGISTERED).when(new Mute(kind, "x", true)).then(muted);
        given(REGISTERED, muted).when(new Mute(kind, "x", false)).then(heard);
        changesNothing(new Mute(kind, "x", true), REGISTERED, muted);
        changesNothing(new Mute(kind, "x", false), REGISTERED);
        changesNothing(new Mute(kind, "x", false), REGISTERED, muted, heard);
    }

    @Test
    void mute_ofAUser_isNoneOfAConversation() {
        given(REGISTERED, new MuteChanged(ID, MuteKind.USER, "x", true))
                .when(new Mute(MuteKind.THREAD, "x", true))
                .then(new MuteChanged(ID, MuteKind.THREAD, "x", true));
    }

    @Test
    void mute_ofOneself_isRefused() {
        given(REGISTERED).when(new Mute(MuteKind.USER, ID, true)).thenRefusedWithoutTrace(UserRefusal.ONESELF);
        changesNothing(new Mute(MuteKind.USER, ID, false), REGISTERED);
        // A post may have the same id.
        given(REGISTERED)
                .when(new Mute(MuteKind.THREAD, ID, true))
                .then(new MuteChanged(ID, MuteKind.THREAD, ID, true));
    }

    @Test
    void mutes_haveALimit_forBothKindsTogether() {
        var full = given(registeredAnd(
                UserDecider.MAX_MUTES,
                n -> new MuteChanged(ID, n % 2 == 0 ? MuteKind.USER : MuteKind.THREAD, "x" + n, true)));
        full.when(new Mute(MuteKind.USER, "one-more", true)).thenRefusedWithoutTrace(UserRefusal.TOO_MANY);
        full.when(new Mute(MuteKind.THREAD, "one-more", true)).thenRefusedWithoutTrace(UserRefusal.TOO_MANY);
        full.when(new Mute(MuteKind.USER, "x0", true)).thenNothing();
        full.when(new Mute(MuteKind.USER, "x0", false)).then(new MuteChanged(ID, MuteKind.USER, "x0", false));
    }

    @Test
    void bookmark_isSetAndTakenBack() {
        var kept = new BookmarkChanged(ID, "p1", true);
        var dropped = new BookmarkChanged(ID, "p1", false);
        given(REGISTERED).when(new Bookmark("p1", true)).then(kept);
        given(REGISTERED, kept).when(new Bookmark("p1", false)).then(dropped);
        changesNothing(new Bookmark("p1", true), REGISTERED, kept);
        changesNothing(new Bookmark("p1", false), REGISTERED, kept, dropped);
    }

    @Test
    void bookmarks_haveALimit() {
        var full = given(registeredAnd(UserDecider.MAX_BOOKMARKS, n -> new BookmarkChanged(ID, "p" + n, true)));
        full.when(new Bookmark("one-more", true)).thenRefusedWithoutTrace(UserRefusal.TOO_MANY);
        full.when(new Bookmark("p0", true)).thenNothing();
        full.when(new Bookmark("p0", false)).then(new BookmarkChanged(ID, "p0", false));
    }

    @Test
    void browser_isRegisteredOnce_andMayChangeItsKeys() {
        var subscribed = new PushSubscribed(ID, BROWSER);
        var newKeys = new PushSubscription(BROWSER.endpoint(), "key2", "secret2");
        given(REGISTERED).when(new Subscribe(BROWSER)).then(subscribed);
        changesNothing(new Subscribe(BROWSER), REGISTERED, subscribed);
        given(REGISTERED, subscribed).when(new Subscribe(newKeys)).then(new PushSubscribed(ID, newKeys));
        changesNothing(new Subscribe(newKeys), REGISTERED, subscribed, new PushSubscribed(ID, newKeys));
    }

    @Test
    void browser_isTakenOut() {
        var subscribed = new PushSubscribed(ID, BROWSER);
        var gone = new PushUnsubscribed(ID, BROWSER.endpoint(), true);
        given(REGISTERED, subscribed)
                .when(new Unsubscribe(BROWSER.endpoint(), true))
                .then(gone);
        changesNothing(new Unsubscribe(BROWSER.endpoint(), false), REGISTERED, subscribed, gone);
        given(REGISTERED, subscribed, gone).when(new Subscribe(BROWSER)).then(subscribed);
    }

    @Test
    void browsers_haveALimit() {
        var full = given(registeredAnd(
                UserDecider.MAX_SUBSCRIPTIONS,
                n -> new PushSubscribed(ID, new PushSubscription("https://push.example/" + n, "key", "secret"))));
        var oneMore = new PushSubscription("https://push.example/more", "key", "secret");
        full.when(new Subscribe(oneMore)).thenRefusedWithoutTrace(UserRefusal.TOO_MANY);
        var newKeys = new PushSubscription("https://push.example/0", "key2", "secret");
        full.when(new Subscribe(newKeys)).then(new PushSubscribed(ID, newKeys));
    }

    @Test
    void look_changesNothing() {
        changesNothing(new Look(), REGISTERED);
    }
}
