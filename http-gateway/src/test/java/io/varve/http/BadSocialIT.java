package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Ids with tricks in them, people and posts that are not known or not for everybody, and fields that are wrong. */
@Timeout(120)
class BadSocialIT extends BadSocial {
    private static final String KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String SECRET = "A".repeat(22);

    @TestFactory
    Stream<DynamicTest> ids_withTricks() {
        var ids = List.of(
                "",
                " ",
                ".a",
                "a/b",
                "a b",
                "\u00e4",
                "\u0430nn",
                "ann\u200b",
                "\u202enna",
                "ann\u2066",
                "a\\u0000",
                "\\ud800",
                "a".repeat(65),
                "a~b",
                "a|b",
                "<b>",
                "\ud83d\ude00");
        return ids.stream()
                .flatMap(id -> Stream.of(
                        bad(400, "invalid-field", "author", "POST", "/v1/posts", "{'text':'t','author':'" + id + "'}"),
                        bad(
                                400,
                                "invalid-field",
                                "postId",
                                "POST",
                                "/v1/posts",
                                "{'text':'t','author':'" + ann + "','postId':'" + id + "'}"),
                        bad(
                                400,
                                "invalid-field",
                                "inReplyTo",
                                "POST",
                                "/v1/posts",
                                "{'text':'t','author':'" + ann + "','inReplyTo':'" + id + "'}")));
    }

    @TestFactory
    Stream<DynamicTest> ids_withTricks_inPaths() {
        return Stream.of(".a", "a%20b", "%C3%A4", "%D0%B0nn", "ann%E2%80%8B", "%E2%80%AEnna", "a%00", "a~b", "%3Cb%3E")
                .flatMap(id -> Stream.of(
                        bad(400, "invalid-field", "userId", "PUT", "/v1/users/" + id, "{'displayName':'A'}"),
                        bad(400, "invalid-field", "userId", "GET", "/v1/users/" + id, ""),
                        bad(400, "invalid-field", "userId", "GET", "/v1/users/" + id + "/feed", ""),
                        bad(400, "invalid-field", "userId", "GET", "/v1/users/" + id + "/notifications", ""),
                        bad(400, "invalid-field", "other", "PUT", "/v1/users/" + ann + "/follows/" + id, ""),
                        bad(400, "invalid-field", "other", "DELETE", "/v1/users/" + ann + "/mutes/" + id, ""),
                        bad(400, "invalid-field", "postId", "GET", "/v1/posts/" + id, ""),
                        bad(400, "invalid-field", "postId", "GET", "/v1/posts/" + id + "/comments", ""),
                        bad(400, "invalid-field", "postId", "PUT", "/v1/posts/" + id + "/likes/" + ann, ""),
                        bad(400, "invalid-field", "userId", "PUT", "/v1/posts/" + post + "/likes/" + id, ""),
                        bad(400, "invalid-field", "viewer", "GET", "/v1/posts/" + post + "?viewer=" + id, ""),
                        bad(400, "invalid-field", "userId", "POST", "/v1/ops/feeds/" + id + "/verify", "")));
    }

    @TestFactory
    Stream<DynamicTest> unknownPeopleAndPosts() {
        String nobody = Api.fresh("nobody");
        String nothing = Api.fresh("nothing");
        String user = "/v1/users/" + ann;
        return Stream.of(
                bad(404, "user-not-found", "author", "POST", "/v1/posts", "{'author':'" + nobody + "','text':'t'}"),
                bad(
                        404,
                        "post-not-found",
                        "inReplyTo",
                        "POST",
                        "/v1/posts",
                        "{'author':'" + ann + "','text':'t','inReplyTo':'" + nothing + "'}"),
                bad(
                        404,
                        "post-not-found",
                        "inReplyTo",
                        "POST",
                        "/v1/posts/" + nothing + "/comments",
                        "{'author':'" + ann + "','text':'t'}"),
                bad(404, "user-not-found", "other", "PUT", user + "/follows/" + nobody, ""),
                bad(404, "user-not-found", "userId", "PUT", "/v1/users/" + nobody + "/follows/" + ann, ""),
                bad(404, "user-not-found", "other", "PUT", user + "/mutes/" + nobody, ""),
                bad(404, "user-not-found", "userId", "PUT", "/v1/users/" + nobody + "/mutes/" + ann, ""),
                bad(404, "user-not-found", "userId", "PUT", "/v1/users/" + nobody + "/bookmarks/" + post, ""),
                bad(404, "user-not-found", "userId", "POST", "/v1/users/" + nobody + "/notifications/read", "{}"),
                bad(404, "user-not-found", "userId", "POST", "/v1/ops/feeds/" + nobody + "/verify", ""),
                bad(404, "post-not-found", "postId", "PUT", user + "/bookmarks/" + nothing, ""),
                bad(404, "post-not-found", "postId", "PUT", user + "/muted-threads/" + nothing, ""),
                bad(404, "post-not-found", "postId", "PUT", "/v1/posts/" + nothing, "{'text':'t'}"),
                bad(404, "post-not-found", "postId", "DELETE", "/v1/posts/" + nothing, ""),
                bad(404, "post-not-found", "postId", "PUT", "/v1/posts/" + nothing + "/likes/" + ann, ""),
                bad(404, "user-not-found", "userId", "PUT", "/v1/posts/" + post + "/likes/" + nobody, ""),
                bad(404, "user-not-found", "userId", "PUT", "/v1/posts/" + post + "/boosts/" + nobody, ""),
                bad(404, "post-not-found", "postId", "GET", "/v1/posts/" + nothing + "/history", ""));
    }

    @TestFactory
    Stream<DynamicTest> fieldsAndParameters_thatAreWrong() {
        String user = "/v1/users/" + ann;
        String push = user + "/push-subscriptions";
        String keys = keys(KEY, SECRET);
        return Stream.of(
                bad(400, "invalid-field", "other", "PUT", user + "/follows/" + ann, ""),
                bad(400, "invalid-field", "other", "PUT", user + "/mutes/" + ann, ""),
                bad(
                        400,
                        "invalid-field",
                        "visibility",
                        "POST",
                        "/v1/posts",
                        "{'author':'" + ann + "','text':'t','visibility':'PUBLIC'}"),
                bad(
                        400,
                        "unknown-field",
                        "likes",
                        "POST",
                        "/v1/posts",
                        "{'author':'" + ann + "','text':'t','likes':9}"),
                bad(400, "unknown-field", "author", "PUT", "/v1/posts/" + post, "{'author':'" + ann + "','text':'t'}"),
                bad(
                        400,
                        "unknown-field",
                        "inReplyTo",
                        "POST",
                        "/v1/posts/" + post + "/comments",
                        "{'author':'" + ann + "','text':'t','inReplyTo':'x'}"),
                bad(400, "invalid-field", "upTo", "POST", user + "/notifications/read", "{'upTo':0}"),
                bad(400, "invalid-field", "upTo", "POST", user + "/notifications/read", "{'upTo':'1'}"),
                bad(400, "invalid-field", "depth", "GET", "/v1/posts/" + post + "/comments?depth=11", ""),
                bad(400, "invalid-field", "limit", "GET", user + "/feed?limit=0", ""),
                bad(400, "invalid-field", "cursor", "GET", user + "/feed?cursor=x", ""),
                bad(400, "invalid-field", "cursor", "GET", user + "/notifications?cursor=x", ""),
                bad(400, "invalid-field", "cursor", "GET", user + "/followers?cursor=x", ""),
                bad(400, "invalid-field", "cursor", "GET", "/v1/hashtags/a?cursor=x", ""),
                bad(400, "unknown-field", "since", "GET", user + "/feed?since=1", ""),
                bad(400, "invalid-field", "keys", "POST", push, "{'endpoint':'https://a.example/b'}"),
                bad(400, "invalid-field", "endpoint", "POST", push, "{'endpoint':'http://a.example/b'," + keys + "}"),
                bad(400, "invalid-field", "endpoint", "POST", push, "{'endpoint':'https:///b'," + keys + "}"),
                bad(400, "invalid-field", "endpoint", "POST", push, "{'endpoint':'https://127.1/b'," + keys + "}"),
                bad(400, "invalid-field", "endpoint", "POST", push, "{'endpoint':'https://[fd00::1]/b'," + keys + "}"),
                bad(400, "invalid-field", "endpoint", "POST", push, "{'endpoint':'https://localhost/b'," + keys + "}"),
                bad(400, "unknown-field", "key", "GET", "/v1/push/key?key=1", ""),
                bad(
                        400,
                        "invalid-field",
                        "endpoint",
                        "POST",
                        push,
                        "{'endpoint':'https://u:p@a.example/'," + keys + "}"),
                bad(
                        400,
                        "invalid-field",
                        "endpoint",
                        "POST",
                        push,
                        "{'endpoint':'https://a.example/" + "x".repeat(1024) + "'," + keys + "}"),
                bad(400, "invalid-field", "endpoint", "DELETE", push, "{'endpoint':'a b'}"));
    }

    private static String keys(String p256dh, String auth) {
        return "'keys':{'p256dh':'" + p256dh + "','auth':'" + auth + "'}";
    }

    @TestFactory
    Stream<DynamicTest> keysOfBrowsers_thatAreNone() {
        // As long as a key, and as if it began like one, but in no place of the curve; and one in another form.
        var noPoint = "BC" + "V".repeat(85);
        var hybrid = "Bi" + KEY.substring(2);
        return Stream.concat(
                Stream.of("+/", "", KEY.substring(4), KEY + "AAAA", "B".repeat(87), noPoint, hybrid)
                        .map(key -> badKeys("keys.p256dh", keys(key, SECRET))),
                Stream.of("AA", SECRET.substring(2), SECRET + "AA", "A".repeat(21) + "+")
                        .map(secret -> badKeys("keys.auth", keys(KEY, secret))));
    }

    private DynamicTest badKeys(String field, String keys) {
        String path = "/v1/users/" + ann + "/push-subscriptions";
        return bad(400, "invalid-field", field, "POST", path, "{'endpoint':'https://a.example/b'," + keys + "}");
    }

    @TestFactory
    Stream<DynamicTest> expirationTime_thatIsNoTime() {
        String path = "/v1/users/" + ann + "/push-subscriptions";
        String body = "{'endpoint':'https://a.example/b','expirationTime':%s," + keys(KEY, SECRET) + "}";
        return Stream.of("'soon'", "true", "{}", "[1]")
                .map(time -> bad(400, "invalid-field", "expirationTime", "POST", path, body.formatted(time)));
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        post(ann, "Another");
        soon(() -> assertThat(feed(ann)).hasSize(2));
        String cursor = api.get("/v1/users/" + ann + "/feed?limit=1").text("nextCursor");
        for (String list : List.of("/posts", "/followers", "/notifications", "/bookmarks")) {
            var answer =
                    api.get("/v1/users/" + ann + list + "?cursor=" + cursor).expectProblem(400, "invalid-field");
            assertThat(answer.text("field")).isEqualTo("cursor");
        }
    }

    @Test
    void commentOnAPostThatOneMayNotSee_isRefused_asIfThereWereNone() {
        String stranger = user("stranger");
        String hidden = post(ann, "Hidden", ",\"visibility\":\"direct\"");
        String body = "{\"author\":\"%s\",\"text\":\"I see you\"}".formatted(stranger);
        var refused = api.post("/v1/posts/" + hidden + "/comments", body).expectProblem(404, "post-not-found");
        var none = api.post("/v1/posts/nothing/comments", body).expectProblem(404, "post-not-found");
        assertThat(refused.text("detail")).isEqualTo(none.text("detail"));
        put("/v1/users/" + stranger + "/bookmarks/" + hidden).expectProblem(404, "post-not-found");
        put("/v1/posts/" + hidden + "/observers/" + stranger).expectProblem(404, "post-not-found");
    }

    /** Also to those who say which revision there must be, and however long they would wait for it. */
    @Test
    void postThatOneMayNotSee_looksLikeOneThatIsNotThere() {
        String stranger = user("stranger");
        String hidden = post(ann, "Hidden", ",\"visibility\":\"direct\"");
        seenByAuthor(hidden);
        for (String path : List.of("", "/history", "/comments", "/likes")) {
            for (String revision : List.of("0", "1", "7")) {
                String[] wants = {"Varve-Min-Revision", revision, "Prefer", "wait=1"};
                String query = path + "?viewer=" + stranger;
                var refused = api.get("/v1/posts/" + hidden + query, wants).expectProblem(404, "post-not-found");
                var none = api.get("/v1/posts/nothing" + query, wants).expectProblem(404, "post-not-found");
                assertThat(refused.text("field")).isEqualTo("postId").isEqualTo(none.text("field"));
                assertThat(refused.text("detail")).isEqualTo(none.text("detail"));
            }
        }
    }

    private void seenByAuthor(String postId) {
        api.get("/v1/posts/" + postId + "?viewer=" + ann, "Varve-Min-Revision", "1", "Prefer", "wait=15")
                .expect(200);
    }

    @Test
    void deletedPost_isNeitherLikedNorAnsweredNorKept() {
        delete("/v1/posts/" + post).expect(200);
        put("/v1/posts/" + post + "/likes/" + ann).expectProblem(410, "post-deleted");
        put("/v1/users/" + ann + "/bookmarks/" + post).expectProblem(410, "post-deleted");
        api.post("/v1/posts/" + post + "/comments", "{\"author\":\"%s\",\"text\":\"Too late\"}".formatted(ann))
                .expectProblem(410, "post-deleted");
    }
}
