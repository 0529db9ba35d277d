package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Posts are written, changed with a history, taken back, answered, and seen by those who may. */
@Timeout(120)
class PostsIT extends SocialTests {
    private final String ann = user("ann");
    private final String bob = user("bob");

    @Test
    void post_isWrittenOnce_howeverOftenItIsSent() {
        String id = Api.fresh("p");
        var written = write(id, ann, "Layer 1", "").expect(201);
        assertThat(written.header("Location")).contains("/v1/posts/" + id);
        assertThat(written.number("revision")).isEqualTo(1);
        var again = write(id, ann, "Layer 1", "").expect(201);
        assertThat(again.replayed()).isTrue();
        assertThat(again.json()).isEqualTo(written.json());
        var other = write(id, ann, "Layer 2", "").expectProblem(409, "post-exists");
        assertThat(other.text("field")).isEqualTo("postId");
        var shown = shown(id, 1).expect(200);
        assertThat(shown.text("text")).isEqualTo("Layer 1");
        assertThat(shown.text("author")).isEqualTo(ann);
        assertThat(shown.text("visibility")).isEqualTo("public");
        assertThat(shown.text("root")).isEqualTo(id);
        assertThat(shown.json().has("editedAt")).isFalse();
        assertThat(shown.header("ETag")).contains("\"1\"");
    }

    @Test
    void idsThatTheServerMakes_sortByTime() {
        var ids = IntStream.range(0, 5)
                .mapToObj(i -> api.post("/v1/posts", "{\"author\":\"%s\",\"text\":\"%d\"}".formatted(ann, i))
                        .expect(201)
                        .text("postId"))
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void edit_showsTheNewText_andHistorySaysWhatChanged() {
        String id = post(ann, "The red layer is a flood");
        assertThat(edit(id, "The red layer is a flood").expect(200).number("revision"))
                .isEqualTo(1);
        edit(id, "The grey layer is a flood", "If-Match", "\"7\"").expectProblem(412, "precondition-failed");
        edit(id, "The grey layer is a flood", "If-Match", "\"1\"").expect(200);
        var shown = shown(id, 2).expect(200);
        assertThat(shown.text("text")).isEqualTo("The grey layer is a flood");
        assertThat(shown.json().has("editedAt")).isTrue();
        var history = api.get("/v1/posts/" + id + "/history").expect(200);
        var versions = Api.list(history.json().get("items"));
        assertThat(texts(versions, "text")).containsExactly("The red layer is a flood", "The grey layer is a flood");
        assertThat(texts(versions, "by")).containsOnly(ann);
        assertThat(versions.get(0).has("diff")).isFalse();
        assertThat(diff(versions.get(1))).isEqualTo("equal[The ] delete[red] insert[grey] equal[ layer is a flood]");
    }

    private static String diff(JsonNode version) {
        return Api.list(version.get("diff")).stream()
                .map(change ->
                        change.get("op").asText() + "[" + change.get("text").asText() + "]")
                .collect(Collectors.joining(" "));
    }

    @Test
    void delete_takesTheTextFromEverywhere_andHistorySaysThatItWas() {
        String id = post(ann, "Better unsaid #unsaid");
        edit(id, "Better left unsaid #unsaid").expect(200);
        long revision = delete("/v1/posts/" + id).expect(200).number("revision");
        assertThat(delete("/v1/posts/" + id).expect(200).number("revision")).isEqualTo(revision);
        shown(id, revision).expectProblem(410, "post-deleted");
        edit(id, "Said again").expectProblem(410, "post-deleted");
        write(id, ann, "Said anew", "").expectProblem(409, "post-exists");
        var history = api.get("/v1/posts/" + id + "/history", "Varve-Min-Revision", "" + revision)
                .expect(200);
        assertThat(history.toString()).doesNotContain("unsaid");
        var versions = Api.list(history.json().get("items"));
        assertThat(versions).hasSize(3);
        assertThat(versions.get(2).get("deleted").asBoolean()).isTrue();
        assertThat(versions).noneMatch(version -> version.has("text") || version.has("diff"));
        for (String list : List.of("comments", "likes", "boosts", "observers")) {
            api.get("/v1/posts/" + id + "/" + list).expectProblem(410, "post-deleted");
        }
    }

    @Test
    void answerThatIsSentAgain_isAnsweredAsTheFirstTime_whateverHasBecomeOfWhatItAnswers() {
        String gone = post(ann, "Soon gone");
        String hidden = post(ann, "Soon hidden", ",\"visibility\":\"followers\"");
        follow(bob, ann);
        String first = Api.fresh("c");
        String second = Api.fresh("c");
        var toGone = answer(first, gone, "Wait!").expect(201);
        var toHidden = answer(second, hidden, "I see you").expect(201);
        edit(gone, "Going, @" + bob).expect(200);
        assertThat(answer(first, gone, "Wait!").expect(201).replayed()).isTrue();
        delete("/v1/posts/" + gone).expect(200);
        delete("/v1/users/" + bob + "/follows/" + ann).expect(200);
        var goneAgain = answer(first, gone, "Wait!").expect(201);
        assertThat(goneAgain.replayed()).isTrue();
        assertThat(goneAgain.json()).isEqualTo(toGone.json());
        assertThat(answer(second, hidden, "I see you").expect(201).json()).isEqualTo(toHidden.json());
        // Everything else is refused as before.
        answer(first, gone, "Wait, please!").expectProblem(409, "post-exists");
        answer(Api.fresh("c"), gone, "Wait!").expectProblem(410, "post-deleted");
        answer(Api.fresh("c"), hidden, "I see you").expectProblem(404, "post-not-found");
        answer(first, hidden, "Wait!").expectProblem(404, "post-not-found");
        answer(post(bob, "A post"), gone, "A post").expectProblem(410, "post-deleted");
    }

    private Answer answer(String id, String parent, String text) {
        return write(id, bob, text, ",\"inReplyTo\":\"%s\"".formatted(parent));
    }

    @Test
    void comments_makeATree_andAreCounted() {
        String root = post(ann, "Root");
        String first = comment(bob, root, "First");
        String second = comment(ann, root, "Second");
        String below = comment(ann, first, "Below first");
        String deep = comment(bob, below, "Deep");
        String deeper = comment(ann, deep, "Deeper");
        soon(() -> assertThat(tree(root, "")).isEqualTo("%s(%s(%s)) %s".formatted(first, below, deep, second)));
        soon(() -> assertThat(tree(root, "?depth=4"))
                .isEqualTo("%s(%s(%s(%s))) %s".formatted(first, below, deep, deeper, second)));
        assertThat(tree(root, "?depth=1")).isEqualTo("%s %s".formatted(first, second));
        assertThat(texts(all("/v1/posts/" + root + "/comments", 1), "postId")).containsExactly(first, second);
        var shown = shown(deep, 1).expect(200);
        assertThat(shown.text("inReplyTo")).isEqualTo(below);
        assertThat(shown.text("root")).isEqualTo(root);
        soon(() -> assertThat(shown(root, 0).number("comments")).isEqualTo(2));
        delete("/v1/posts/" + second).expect(200);
        soon(() -> {
            assertThat(shown(root, 0).number("comments")).isEqualTo(1);
            assertThat(tree(root, "?depth=1")).isEqualTo(first);
        });
    }

    private String tree(String postId, String query) {
        return tree(
                api.get("/v1/posts/" + postId + "/comments" + query).expect(200).json());
    }

    private static String tree(JsonNode comments) {
        return Api.list(comments.get("items")).stream()
                .map(comment -> comment.get("postId").asText()
                        + (comment.has("replies") ? "(" + tree(comment.get("replies")) + ")" : ""))
                .collect(Collectors.joining(" "));
    }

    @Test
    void manyReplies_areCutAndSaySo() {
        String root = post(ann, "Root");
        String busy = comment(ann, root, "Busy");
        for (int i = 0; i < 11; i++) {
            comment(bob, busy, "Reply " + i);
        }
        soon(() -> {
            var replies = api.get("/v1/posts/" + root + "/comments")
                    .expect(200)
                    .json()
                    .at("/items/0/replies");
            assertThat(replies.path("items")).hasSize(10);
            assertThat(replies.path("more").asBoolean()).isTrue();
        });
        assertThat(all("/v1/posts/" + busy + "/comments", 4)).hasSize(11);
    }

    @Test
    void followersPost_isSeenByFollowers_theMentionedAndItsAuthor() {
        String carl = user("carl");
        String dora = user("dora");
        follow(bob, ann);
        String id = post(ann, "For you, @" + carl + ".", ",\"visibility\":\"followers\"");
        shown(id, 1).expectProblem(404, "post-not-found");
        seen(id, dora).expectProblem(404, "post-not-found");
        for (String viewer : List.of(ann, bob, carl)) {
            assertThat(seen(id, viewer).expect(200).text("visibility")).isEqualTo("followers");
            api.get("/v1/posts/" + id + "/likes?viewer=" + viewer).expect(200);
        }
        delete("/v1/users/" + bob + "/follows/" + ann).expect(200);
        seen(id, bob).expectProblem(404, "post-not-found");
    }

    @Test
    void answerToAFollowersPost_isSeenByTheFollowersOfWhoWroteThePost_andByNoOthers() {
        String carl = user("carl");
        follow(carl, bob);
        String id = post(ann, "For my people", ",\"visibility\":\"followers\"");
        follow(bob, ann);
        String answer = Api.fresh("c");
        api.post(
                        "/v1/posts/" + id + "/comments",
                        "{\"postId\":\"" + answer + "\",\"author\":\"" + bob + "\",\"text\":\"yes\"}")
                .expect(201);
        seen(answer, ann).expect(200);
        seen(answer, carl).expectProblem(404, "post-not-found");
    }

    private Answer seen(String postId, String viewer) {
        return api.get("/v1/posts/" + postId + "?viewer=" + viewer, "Varve-Min-Revision", "1", "Prefer", "wait=15");
    }

    @Test
    void directPost_isSeenByThoseWhomItMentions_andAnswersToItAreNoWider() {
        String carl = user("carl");
        follow(carl, ann);
        String id = post(ann, "Psst @" + bob, ",\"visibility\":\"direct\"");
        seen(id, bob).expect(200);
        seen(id, carl).expectProblem(404, "post-not-found");
        String answer = Api.fresh("c");
        write(answer, bob, "What, @" + ann + "?", ",\"inReplyTo\":\"%s\",\"visibility\":\"public\"".formatted(id))
                .expect(201);
        seen(answer, carl).expectProblem(404, "post-not-found");
        assertThat(seen(answer, ann).expect(200).text("visibility")).isEqualTo("direct");
        soon(() -> assertThat(texts(all("/v1/posts/" + id + "/comments?viewer=" + ann, 10), "postId"))
                .containsExactly(answer));
    }
}
