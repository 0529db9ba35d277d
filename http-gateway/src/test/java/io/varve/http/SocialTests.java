package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** What the tests of the social network have in common: people, and what they do. */
abstract class SocialTests {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");

    final Api api;

    SocialTests() {
        this(TestNode.shared());
    }

    /** @param api of a node of the test's own */
    SocialTests(Api api) {
        this.api = api;
    }

    /** Makes a user known, who is called like their id. */
    String user(String prefix) {
        String id = Api.fresh(prefix);
        api.good("PUT", "/v1/users/" + id, "{\"displayName\":\"%s\"}".formatted(id))
                .expect(201);
        return id;
    }

    static String quoted(String text) {
        return Answer.JSON.valueToTree(text).toString();
    }

    Answer write(String postId, String author, String text, String more) {
        return api.post(
                "/v1/posts",
                "{\"postId\":\"%s\",\"author\":\"%s\",\"text\":%s%s}".formatted(postId, author, quoted(text), more));
    }

    /** Writes a post and gives its id. */
    String post(String author, String text) {
        return post(author, text, "");
    }

    /** @param more further fields, with a comma before each */
    String post(String author, String text, String more) {
        String id = Api.fresh("p");
        write(id, author, text, more).expect(201);
        return id;
    }

    String comment(String author, String parent, String text) {
        String id = Api.fresh("c");
        api.post(
                        "/v1/posts/" + parent + "/comments",
                        "{\"postId\":\"%s\",\"author\":\"%s\",\"text\":%s}".formatted(id, author, quoted(text)))
                .expect(201);
        return id;
    }

    Answer edit(String postId, String text, String... headers) {
        return api.good("PUT", "/v1/posts/" + postId, "{\"text\":" + quoted(text) + "}", headers);
    }

    Answer put(String path) {
        return api.good("PUT", path, "");
    }

    Answer delete(String path) {
        return api.good("DELETE", path, "");
    }

    void follow(String user, String other) {
        put("/v1/users/" + user + "/follows/" + other).expect(200);
    }

    void like(String postId, String user) {
        put("/v1/posts/" + postId + "/likes/" + user).expect(200);
    }

    /** The post at that revision or a later one. */
    Answer shown(String postId, long minRevision) {
        return api.get("/v1/posts/" + postId, "Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15");
    }

    /** The user at that revision or a later one. */
    Answer shownUser(String id, long minRevision) {
        return api.get("/v1/users/" + id, "Varve-Min-Revision", "" + minRevision, "Prefer", "wait=15")
                .expect(200);
    }

    /** Follows the links of a list to its end. */
    List<JsonNode> all(String path, int limit) {
        var items = new ArrayList<JsonNode>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        while (next != null) {
            var page = api.get(next).expect(200);
            items.addAll(Api.list(page.json().get("items")));
            var link = page.header("Link").map(NEXT::matcher);
            assertThat(link.isPresent())
                    .as(page.toString())
                    .isEqualTo(page.json().has("nextCursor"));
            next = link.filter(matcher -> matcher.matches())
                    .map(matcher -> matcher.group(1))
                    .orElse(null);
        }
        return items;
    }

    static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asText()).toList();
    }

    List<String> feed(String user) {
        return texts(all("/v1/users/" + user + "/feed", 100), "postId");
    }

    /** Views follow by some milliseconds; what does not come true by then does not come true. */
    static void soon(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(assertion);
    }
}
