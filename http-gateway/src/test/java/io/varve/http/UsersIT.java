package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Users are made known, follow each other, and keep to themselves what they mute and bookmark. */
@Timeout(120)
class UsersIT extends SocialTests {
    private static final String PUSH = """
            {"endpoint":"https://push.example.com/%s","keys":{
              "p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
              "auth":"BTBZMqHH6r4Tts7J_aSIgg"}}""";

    private Answer define(String id, String body, String... headers) {
        return api.good("PUT", "/v1/users/" + id, body, headers);
    }

    @Test
    void user_isCreatedOnce_thenChanged_andTheSameAgainChangesNothing() {
        String id = Api.fresh("ann");
        var created = define(id, "{\"displayName\":\"Ann\"}").expect(201);
        assertThat(created.header("Location")).contains("/v1/users/" + id);
        assertThat(created.header("ETag")).contains("\"1\"");
        assertThat(define(id, "{\"displayName\":\"Ann\"}").expect(200).number("revision"))
                .isEqualTo(1);
        define(id, "{\"displayName\":\"Anna\"}", "If-Match", "\"9\"").expectProblem(412, "precondition-failed");
        define(id, "{\"displayName\":\"Anna 🌊\",\"bio\":\"Two\\nlines\"}", "If-Match", "\"1\"")
                .expect(200);
        var shown = shownUser(id, 2);
        assertThat(shown.text("displayName")).isEqualTo("Anna 🌊");
        assertThat(shown.text("bio")).isEqualTo("Two\nlines");
        assertThat(shown.number("followers")).isZero();
        assertThat(shown.header("ETag")).contains("\"2\"");
        define(id, "{\"displayName\":\"Anna\"}").expect(200);
        assertThat(shownUser(id, 3).json().has("bio")).isFalse();
    }

    @Test
    void unknownUser_isNotFound() {
        String nobody = Api.fresh("nobody");
        for (String list : List.of("", "/followers", "/following", "/posts", "/mutes", "/bookmarks", "/feed")) {
            api.get("/v1/users/" + nobody + list).expectProblem(404, "user-not-found");
        }
        api.get("/v1/users/" + nobody + "/notifications").expectProblem(404, "user-not-found");
    }

    @Test
    void follow_changesOnce_andIsCountedAndListed_untilItIsTakenBack() {
        String ann = user("ann");
        String bob = user("bob");
        String path = "/v1/users/" + ann + "/follows/" + bob;
        assertThat(put(path).expect(200).json().toString())
                .isEqualTo(
                        "{\"userId\":\"%s\",\"other\":\"%s\",\"following\":true,\"changed\":true}".formatted(ann, bob));
        assertThat(put(path).expect(200).json().get("changed").asBoolean()).isFalse();
        soon(() -> {
            assertThat(shownUser(bob, 0).number("followers")).isEqualTo(1);
            assertThat(shownUser(ann, 0).number("following")).isEqualTo(1);
            assertThat(texts(all("/v1/users/" + bob + "/followers", 10), "userId"))
                    .containsExactly(ann);
            assertThat(texts(all("/v1/users/" + ann + "/following", 10), "userId"))
                    .containsExactly(bob);
        });
        assertThat(delete(path).expect(200).json().get("following").asBoolean()).isFalse();
        assertThat(delete(path).expect(200).json().get("changed").asBoolean()).isFalse();
        soon(() -> {
            assertThat(shownUser(bob, 0).number("followers")).isZero();
            assertThat(shownUser(ann, 0).number("following")).isZero();
            assertThat(all("/v1/users/" + bob + "/followers", 10)).isEmpty();
            assertThat(all("/v1/users/" + ann + "/following", 10)).isEmpty();
        });
    }

    @Test
    void followers_pageToTheEnd() {
        String star = user("star");
        var fans = IntStream.range(0, 23).mapToObj(i -> user("fan")).toList();
        fans.forEach(fan -> follow(fan, star));
        soon(() -> {
            for (int limit : new int[] {1, 5, 23, 500}) {
                assertThat(texts(all("/v1/users/" + star + "/followers", limit), "userId"))
                        .as("limit " + limit)
                        .containsExactlyInAnyOrderElementsOf(fans);
            }
        });
        fans.forEach(fan -> follow(star, fan));
        soon(() -> assertThat(texts(all("/v1/users/" + star + "/following", 5), "userId"))
                .containsExactlyElementsOf(fans.stream().sorted().toList()));
    }

    @Test
    void mutes_areListed_aConversationByThePostThatBeganIt() {
        String ann = user("ann");
        String bob = user("bob");
        String root = post(bob, "The first layer");
        String answer = comment(bob, root, "and the second");
        put("/v1/users/" + ann + "/mutes/" + bob).expect(200);
        var muted = put("/v1/users/" + ann + "/muted-threads/" + answer).expect(200);
        assertThat(muted.text("thread")).isEqualTo(root);
        String mutes = "/v1/users/" + ann + "/mutes";
        soon(() -> assertThat(api.get(mutes).expect(200).json().toString())
                .isEqualTo("{\"users\":[\"%s\"],\"threads\":[\"%s\"]}".formatted(bob, root)));
        delete("/v1/users/" + ann + "/mutes/" + bob).expect(200);
        delete("/v1/posts/" + answer).expect(200);
        delete("/v1/users/" + ann + "/muted-threads/" + answer).expect(200);
        soon(() -> assertThat(api.get(mutes).expect(200).json().toString()).isEqualTo("{\"users\":[],\"threads\":[]}"));
    }

    @Test
    void bookmarks_areListedWithTheirPosts_asLongAsTheseAreThere() {
        String ann = user("ann");
        String bob = user("bob");
        String kept = post(bob, "Worth keeping");
        String lost = post(bob, "Soon gone");
        String path = "/v1/users/" + ann + "/bookmarks";
        put(path + "/" + kept).expect(200);
        put(path + "/" + kept).expect(200);
        put(path + "/" + lost).expect(200);
        soon(() -> {
            var items = all(path, 1);
            assertThat(texts(items, "postId")).containsExactlyInAnyOrder(kept, lost);
            assertThat(items).allMatch(item -> item.path("post").has("text"));
        });
        delete("/v1/posts/" + lost).expect(200);
        soon(() -> assertThat(all(path, 10))
                .filteredOn(item -> item.get("postId").asText().equals(lost))
                .allMatch(item -> !item.has("post")));
        put(path + "/" + lost).expectProblem(410, "post-deleted");
        delete(path + "/" + lost).expect(200);
        soon(() -> assertThat(texts(all(path, 10), "postId")).containsExactly(kept));
    }

    @Test
    void postsOfAUser_areListedNewestFirst_hiddenOnesForThoseWhoMaySeeThem() {
        String ann = user("ann");
        String bob = user("bob");
        follow(bob, ann);
        var open = List.of(post(ann, "one"), post(ann, "two"));
        String hidden = post(ann, "three", ",\"visibility\":\"followers\"");
        comment(ann, open.get(0), "no post of its own");
        String path = "/v1/users/" + ann + "/posts";
        soon(() -> {
            assertThat(texts(all(path, 10), "postId")).containsExactly(open.get(1), open.get(0));
            assertThat(texts(all(path + "?viewer=" + bob, 1), "postId"))
                    .containsExactly(hidden, open.get(1), open.get(0));
        });
        soon(() -> assertThat(shownUser(ann, 1).number("posts")).isEqualTo(4));
    }

    @Test
    void browsers_areRegisteredAndTakenOut_upToTwenty() {
        String ann = user("ann");
        String path = "/v1/users/" + ann + "/push-subscriptions";
        long revision = api.post(path, PUSH.formatted("0")).expect(201).number("revision");
        assertThat(api.post(path, PUSH.formatted("0")).expect(201).number("revision"))
                .isEqualTo(revision);
        for (int i = 1; i < 20; i++) {
            api.post(path, PUSH.formatted(i)).expect(201);
        }
        api.post(path, PUSH.formatted("20")).expectProblem(422, "too-many");
        String out = "{\"endpoint\":\"https://push.example.com/0\"}";
        api.good("DELETE", path, out).expect(200);
        api.good("DELETE", path, out).expect(200);
        api.post(path, PUSH.formatted("20")).expect(201);
    }

    /** As {@code JSON.stringify(subscription)} has it. */
    @Test
    void browsers_areRegistered_asTheyDescribeThemselves() {
        String ann = user("ann");
        String path = "/v1/users/" + ann + "/push-subscriptions";
        int number = 0;
        for (String time : List.of("null", "1764028800000", "1764028800000.5")) {
            var body = PUSH.formatted(number++).replace("\"keys\"", "\"expirationTime\":" + time + ",\"keys\"");
            api.post(path, body).expect(201);
        }
    }

    @Test
    void browsers_areGivenTheKeyOfTheServer() {
        String key = api.get("/v1/push/key").expect(200).text("publicKey");
        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(65).startsWith(4);
        assertThat(api.get("/v1/push/key").text("publicKey")).isEqualTo(key);
    }
}
