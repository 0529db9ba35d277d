package io.varve.node.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.DeciderSpec;
import io.varve.node.entity.Json;
import io.varve.node.post.PostCommand.Delete;
import io.varve.node.post.PostCommand.Edit;
import io.varve.node.post.PostCommand.Look;
import io.varve.node.post.PostCommand.Write;
import io.varve.node.post.PostEvent.Deleted;
import io.varve.node.post.PostEvent.Edited;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.PostEvent.Written;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PostDeciderTest {
    private static final String ID = "p1";
    private static final Instant MORNING = Instant.parse("2026-03-04T04:00:00Z");
    private static final PostHead PARENT = new PostHead(
            "p0",
            "bob",
            Visibility.FOLLOWERS,
            "cem",
            List.of("cem"),
            "p-1",
            "p-1",
            List.of("dora"),
            List.of(),
            MORNING);
    private static final PostHead HEAD = head(List.of("bob"), List.of("varve"));
    private static final Written WRITTEN = new Written(HEAD, "Hi @bob #varve");

    private static DeciderSpec<PostCommand, PostEvent, PostState, PostAnswer, PostRefusal> given(PostEvent... events) {
        return DeciderSpec.given(new PostDecider(), ID, List.of(events));
    }

    private static PostHead head(List<String> mentions, List<String> hashtags) {
        return new PostHead(ID, "ann", Visibility.PUBLIC, null, List.of(), null, ID, mentions, hashtags, MORNING);
    }

    private static Write write(String text, Visibility visibility, PostHead parent) {
        return new Write("ann", text, visibility, parent);
    }

    static Stream<Arguments> stagesAndCommands() {
        var stages = List.of(given(), given(WRITTEN), given(WRITTEN, new Deleted(HEAD)));
        var commands = List.of(write("x", Visibility.PUBLIC, null), new Edit("y"), new Delete(), new Look());
        return stages.stream().flatMap(stage -> commands.stream().map(command -> Arguments.of(stage, command)));
    }

    /** A post that is absent has nothing to answer, and accepts nothing but being written. */
    @ParameterizedTest
    @MethodSource("stagesAndCommands")
    void everyStageAndCommand_answers(
            DeciderSpec<PostCommand, PostEvent, PostState, PostAnswer, PostRefusal> stage, PostCommand command) {
        var then = stage.when(command);
        if (then.state() instanceof PostState.Absent) {
            then.thenRefusedWithoutTrace(PostRefusal.POST_NOT_FOUND);
        } else {
            assertThat(then.answer().head().postId()).isEqualTo(ID);
        }
    }

    @Test
    void write_recordsThePost_withWhatItsTextSays() {
        var head = new PostHead(
                ID,
                "ann",
                Visibility.FOLLOWERS,
                "ann",
                List.of(),
                null,
                ID,
                List.of("bob", "carol"),
                List.of("varve", "caf\u00E9"),
                DeciderSpec.NOW);
        String text = "@bob, @carol: #Varve at the #Cafe\u0301";
        var then = given().when(write(text, Visibility.FOLLOWERS, null)).then(new Written(head, text));
        assertThat(then.answer()).isEqualTo(new PostAnswer(head, false));
    }

    /** Rows are ordered by it, and hold no more. */
    @Test
    void time_isToTheMillisecond() {
        var meta = new CommandMeta("id", "digest", "ann", MORNING.plusNanos(1_999_999));
        var decision = new PostDecider().decide(new PostState.Absent(ID), write("Hi", Visibility.PUBLIC, null), meta);
        assertThat(decision.events())
                .singleElement()
                .satisfies(event -> assertThat(event.head().createdAt()).isEqualTo(MORNING.plusMillis(1)));
    }

    @Test
    void comment_knowsWhatItAnswers_andTheConversation() {
        var head = new PostHead(
                ID,
                "ann",
                Visibility.FOLLOWERS,
                "cem",
                List.of("bob"),
                "p0",
                "p-1",
                List.of(),
                List.of(),
                DeciderSpec.NOW);
        given().when(write("Yes!", Visibility.PUBLIC, PARENT)).then(new Written(head, "Yes!"));
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC, PUBLIC, PUBLIC",
        "PUBLIC, DIRECT, DIRECT",
        "FOLLOWERS, PUBLIC, FOLLOWERS",
        "FOLLOWERS, DIRECT, DIRECT",
        "DIRECT, FOLLOWERS, DIRECT"
    })
    void comment_isSeenByNoMorePeople_thanWhatItAnswers(Visibility parents, Visibility asked, Visibility becomes) {
        var parent = new PostHead("p0", "bob", parents, null, List.of(), null, "p0", List.of(), List.of(), MORNING);
        var then = given().when(write("Yes!", asked, parent));
        assertThat(then.answer().head().visibility()).isEqualTo(becomes);
    }

    private static PostHead written(String author, String text, Visibility visibility, PostHead parent) {
        return PostHead.of("p-" + author, author, visibility, parent, text, MORNING);
    }

    @Test
    void comment_onWhatFollowersSee_isSeenByTheSameFollowers_andByThoseWhomItAnswers() {
        var post = written("ann", "Hi", Visibility.FOLLOWERS, null);
        var comment = written("ben", "Yes", Visibility.PUBLIC, post);
        var answer = written("cem", "No, @dora", Visibility.PUBLIC, comment);

        assertThat(List.of(comment.followersOf(), answer.followersOf())).containsOnly("ann");
        assertThat(Stream.of("ann", "ben", "cem", "dora").filter(answer::isOpenTo))
                .hasSize(4);
        assertThat(answer.isOpenTo("erin")).isFalse();
    }

    @Test
    void comment_thatIsNarrower_isSeenByTheFollowersOfWhoWroteIt_andByThoseWhomItAnswers() {
        var post = written("ann", "Hi", Visibility.PUBLIC, null);
        var comment = written("ben", "Yes", Visibility.FOLLOWERS, post);

        assertThat(comment.followersOf()).isEqualTo("ben");
        assertThat(comment.isOpenTo("ann")).isTrue();
    }

    @Test
    void directConversation_isSeenByAll_whomItBeganWith() {
        var post = written("ann", "@ben @cem", Visibility.DIRECT, null);
        var comment = written("ben", "Yes, @dora", Visibility.PUBLIC, post);
        var answer = written("cem", "No", Visibility.PUBLIC, comment);

        assertThat(Stream.of("ann", "ben", "cem").allMatch(answer::isOpenTo)).isTrue();
        assertThat(comment.isOpenTo("dora")).isTrue();
        assertThat(answer.isOpenTo("dora")).isFalse();
    }

    @Test
    void repeatOfAnAnswer_isOne_whateverItsParentSaysByThen() {
        var decider = new PostDecider();
        var first = decider.content(write("Yes!", Visibility.PUBLIC, PARENT));
        var again = decider.content(write("Yes!", Visibility.PUBLIC, PARENT.saying("Now with @eve")));
        assertThat(again.orElseThrow()).isEqualTo(first.orElseThrow());
        for (var other : List.of(
                write("No!", Visibility.PUBLIC, PARENT),
                write("Yes!", Visibility.DIRECT, PARENT),
                write("Yes!", Visibility.PUBLIC, HEAD))) {
            assertThat(decider.content(other).orElseThrow()).isNotEqualTo(first.orElseThrow());
        }
        assertThat(decider.content(write("Yes!", Visibility.PUBLIC, null))).isEmpty();
    }

    @Test
    void write_isRefused_whereThereIsAPost_orWas() {
        for (var stage : List.of(given(WRITTEN), given(WRITTEN, new Deleted(HEAD)))) {
            stage.when(write("Hi @bob #varve", Visibility.PUBLIC, null))
                    .thenRefusedWithoutTrace(PostRefusal.POST_EXISTS);
        }
    }

    @Test
    void edit_says_whatIsNewAndWhatIsGone() {
        var before = new Written(head(List.of("bob", "erin"), List.of("varve", "years")), "@bob @erin #varve #years");
        var head = head(List.of("bob", "carol"), List.of("years", "layers"));
        String text = "Hi @bob and @carol #years #layers";
        var then = given(before).when(new Edit(text)).then(new Edited(head, text, List.of("varve"), List.of("carol")));
        assertThat(then.answer()).isEqualTo(new PostAnswer(head, false));
    }

    /** Or taking a mention out and in again would ring somebody's bell each time. */
    @Test
    void whoWasOnceMentioned_isNoNewMention_whateverTheTextBeforeSays() {
        var erin = new Edited(head(List.of("erin"), List.of()), "Hi @erin", List.of("varve"), List.of("erin"));
        var nobody = new Edited(head(List.of(), List.of()), "Hi", List.of(), List.of());
        var then = given(WRITTEN, erin, nobody)
                .when(new Edit("Hi @bob @erin @carol #varve"))
                .then(new Edited(
                        head(List.of("bob", "erin", "carol"), List.of("varve")),
                        "Hi @bob @erin @carol #varve",
                        List.of(),
                        List.of("carol")));
        assertThat(then.state())
                .isInstanceOfSatisfying(
                        PostState.Standing.class,
                        post -> assertThat(post.mentioned()).containsExactly("bob", "carol", "erin"));
    }

    /** Of before it was known who had been mentioned. */
    @Test
    void snapshot_thatSaysNothingOfMentions_hasThoseOfItsText() throws IOException {
        var head = Json.JOURNAL.writeValueAsString(HEAD);
        var old = Json.JOURNAL.readValue(
                "{\"type\":\"standing\",\"head\":%s,\"text\":\"Hi @bob #varve\"}".formatted(head), PostState.class);
        assertThat(old).isEqualTo(given(WRITTEN).state());
    }

    @Test
    void edit_isRefused_whenThereWereAThousand() {
        var events = new ArrayList<PostEvent>(List.of(WRITTEN));
        for (int n = 1; n < PostDecider.MAX_EDITS; n++) {
            events.add(new Edited(HEAD, "Text " + n, List.of(), List.of()));
        }
        var last = new Edited(HEAD, "The last @bob #varve", List.of(), List.of());
        given(events.toArray(PostEvent[]::new)).when(new Edit(last.text())).then(last);
        events.add(last);
        var full = given(events.toArray(PostEvent[]::new));
        full.when(new Edit("One more")).thenRefusedWithoutTrace(PostRefusal.TOO_MANY_EDITS);
        full.when(new Edit(last.text())).thenNothing();
        full.when(new Delete()).then(new Deleted(HEAD));
    }

    @Test
    void edit_toTheSameText_isNoEvent() {
        var stage = given(WRITTEN);
        var same = new Edit(WRITTEN.text());
        stage.when(same).thenNothing();
        assertThat(new PostDecider().unchanged(stage.state(), same)).isEqualTo(new PostAnswer(HEAD, false));
    }

    @Test
    void delete_isForEver() {
        var deleted = new Deleted(HEAD);
        var then = given(WRITTEN).when(new Delete()).then(deleted);
        assertThat(then.answer()).isEqualTo(new PostAnswer(HEAD, true));
        var stage = given(WRITTEN, deleted);
        stage.when(new Delete()).thenNothing();
        stage.when(new Edit("again")).thenRefusedWithoutTrace(PostRefusal.POST_DELETED);
        assertThat(new PostDecider().unchanged(stage.state(), new Delete())).isEqualTo(new PostAnswer(HEAD, true));
    }

    @Test
    void nothing_isToBeHadOfAPost_thatIsAbsent() {
        for (var command : List.of(new Edit("y"), new Delete(), new Look())) {
            given().when(command).thenRefusedWithoutTrace(PostRefusal.POST_NOT_FOUND);
        }
    }

    @Test
    void look_tellsWhatThereIs() {
        var stage = given(WRITTEN, new Deleted(HEAD));
        stage.when(new Look()).thenNothing();
        assertThat(new PostDecider().unchanged(stage.state(), new Look())).isEqualTo(new PostAnswer(HEAD, true));
    }
}
