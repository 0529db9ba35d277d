package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.EmbeddedCassandra;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Feeds are what they were when the views that they come of are filled anew, and when their own rows were lost. */
@Timeout(300)
class FeedsRebuildIT extends SocialTests {
    private static final String KEYSPACE = "varve_feeds_rebuild_test";
    private static final int MANY_FOLLOWERS = 4;

    private static final Api API =
            TestNode.start(KEYSPACE, Map.of("varve.read.feeds.fan-out-up-to-followers", MANY_FOLLOWERS));
    private static final CqlSession SESSION = EmbeddedCassandra.session(KEYSPACE);

    private final String ann = user("ann");
    private final String bob = user("bob");
    private final String carl = user("carl");
    private final String star = user("star");
    private final List<String> fans =
            IntStream.range(0, MANY_FOLLOWERS).mapToObj(i -> user("fan")).toList();
    private final List<String> people = new ArrayList<>(fans);
    private final List<String> posts = new ArrayList<>();

    FeedsRebuildIT() {
        super(API);
        people.addAll(List.of(ann, bob, carl, star));
    }

    @AfterAll
    static void close() {
        SESSION.close();
    }

    /** Everything that makes feeds other than lists of posts. */
    private void happens() {
        fans.forEach(fan -> follow(fan, star));
        follow(ann, bob);
        follow(ann, carl);
        follow(ann, star);
        follow(bob, ann);
        follow(bob, carl);
        for (String author : List.of(ann, bob, carl, star)) {
            posts.add(post(author, "One of " + author));
            posts.add(post(author, "Hidden", ",\"visibility\":\"followers\""));
            posts.add(post(author, "Two of " + author));
        }
        posts.add(post(carl, "Only @" + bob, ",\"visibility\":\"direct\""));
        String stranger = user("stranger");
        String strange = post(stranger, "You don't know me");
        posts.add(strange);
        put("/v1/posts/" + strange + "/boosts/" + bob).expect(200);
        put("/v1/posts/" + strange + "/boosts/" + carl).expect(200);
        delete("/v1/posts/" + strange + "/boosts/" + carl).expect(200);
        put("/v1/posts/" + posts.get(0) + "/boosts/" + star).expect(200);
        edit(posts.get(3), "As it is now").expect(200);
        delete("/v1/posts/" + posts.get(5)).expect(200);
        delete("/v1/users/" + bob + "/follows/" + carl).expect(200);
        delete("/v1/users/" + fans.get(0) + "/follows/" + star).expect(200);
        put("/v1/users/" + ann + "/mutes/" + carl).expect(200);
        like(posts.get(0), bob);
    }

    private List<List<JsonNode>> feeds() {
        return people.stream()
                .map(user -> all("/v1/users/" + user + "/feed", 3))
                .toList();
    }

    /** What the feeds come of; all of it is read from the views and not from memory. */
    private List<Object> views() {
        var views = new ArrayList<Object>();
        for (String user : people) {
            views.add(api.get("/v1/users/" + user).expect(200).json());
            views.add(api.get("/v1/users/" + user + "/mutes").expect(200).json());
            views.add(all("/v1/users/" + user + "/followers", 100));
            views.add(texts(all("/v1/users/" + user + "/posts?viewer=" + user, 100), "postId"));
        }
        posts.forEach(post -> views.add(
                api.get("/v1/posts/" + post + "/history?viewer=" + ann).json()));
        return views;
    }

    private TreeSet<String> rows() {
        var rows = new TreeSet<String>();
        SESSION.execute("SELECT user_id, at, post_id, by_user, boost, present, WRITETIME(present) AS t FROM feed_row")
                .forEach(row -> {
                    if (row.getBoolean("present")) {
                        rows.add(row.getFormattedContents());
                    }
                });
        return rows;
    }

    private void assertRight() {
        for (String user : people) {
            soon(() -> assertThat(api.post("/v1/ops/feeds/" + user + "/verify", "")
                            .expect(200)
                            .json()
                            .get("differences"))
                    .as(user)
                    .isEmpty());
        }
    }

    private void rebuild(String kind) {
        soon(() -> api.post("/v1/ops/rebuild", "{\"kind\":\"" + kind + "\"}").expect(202));
    }

    @Test
    void feeds_areAsBefore_whenTheirViewsAreFilledAnew_andWhenTheirRowsWereLost() {
        happens();
        soon(() -> assertThat(texts(all("/v1/users/" + carl + "/followers", 100), "userId"))
                .doesNotContain(bob));
        soon(() -> assertThat(texts(all("/v1/users/" + star + "/followers", 100), "userId"))
                .doesNotContain(fans.get(0)));
        soon(() -> api.get("/v1/posts/" + posts.get(5)).expect(410));
        soon(() -> assertThat(rows()).noneMatch(row -> row.contains(posts.get(5))));
        assertRight();
        var feeds = feeds();
        var views = views();
        var rows = rows();
        assertThat(texts(feeds.get(people.indexOf(ann)), "postId")).contains(posts.get(9), posts.get(11));
        assertThat(SESSION.execute("SELECT author FROM big_author").all()).hasSize(1);

        for (String kind : List.of("user", "post", "crowd")) {
            rebuild(kind);
            soon(() -> assertThat(views()).isEqualTo(views));
            soon(() -> assertThat(feeds()).as(kind).isEqualTo(feeds));
            assertRight();
            // With them may come rows of posts that the reader may not see, which are passed over.
            assertThat(rows()).as(kind).containsAll(rows);
        }

        SESSION.execute("TRUNCATE feed_row");
        soon(() -> assertThat(feeds()).isNotEqualTo(feeds));
        rebuild("post");
        rebuild("crowd");
        soon(() -> assertThat(views()).isEqualTo(views));
        soon(() -> assertThat(feeds()).isEqualTo(feeds));
        assertRight();
        assertThat(SESSION.execute("SELECT author FROM big_author").all()).hasSize(1);
    }
}
