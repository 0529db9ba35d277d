package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRelation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Likes, boosts and observers: once for each person, and counted right. */
@Timeout(120)
class LikesIT extends SocialTests {
    private final String ann = user("ann");
    private final String bob = user("bob");

    private void assertCount(String postId, String field, long expected) {
        soon(() -> assertThat(shown(postId, 0).expect(200).number(field)).isEqualTo(expected));
    }

    @Test
    void like_isCountedOncePerPerson_howeverOftenItIsSaid() {
        String id = post(ann, "Like me");
        String path = "/v1/posts/" + id + "/likes/" + bob;
        assertThat(put(path).expect(200).json().toString())
                .isEqualTo("{\"postId\":\"%s\",\"userId\":\"%s\",\"liked\":true,\"changed\":true}".formatted(id, bob));
        assertThat(put(path).expect(200).json().get("changed").asBoolean()).isFalse();
        put("/v1/posts/" + id + "/likes/" + ann).expect(200);
        assertCount(id, "likes", 2);
        assertThat(texts(all("/v1/posts/" + id + "/likes", 1), "userId")).containsExactlyInAnyOrder(ann, bob);
        assertThat(delete(path).expect(200).json().get("liked").asBoolean()).isFalse();
        assertThat(delete(path).expect(200).json().get("changed").asBoolean()).isFalse();
        assertCount(id, "likes", 1);
        soon(() -> assertThat(texts(all("/v1/posts/" + id + "/likes", 10), "userId"))
                .containsExactly(ann));
    }

    @Test
    void count_equalsThePeople_afterAFloodOfLikesAndUnlikes() throws InterruptedException {
        String id = post(ann, "Flood");
        var people = IntStream.range(0, 12).mapToObj(i -> user("fan")).toList();
        var random = new Random(42);
        var likers = new TreeSet<String>();
        var threads = Executors.newFixedThreadPool(6);
        for (String person : people) {
            var acts = new ArrayList<Boolean>();
            random.ints(15, 0, 2).forEach(act -> acts.add(act == 1));
            if (acts.get(acts.size() - 1)) {
                likers.add(person);
            }
            threads.execute(() ->
                    acts.forEach(like -> api.good(like ? "PUT" : "DELETE", "/v1/posts/" + id + "/likes/" + person, "")
                            .expect(200)));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertCount(id, "likes", likers.size());
        soon(() -> assertThat(texts(all("/v1/posts/" + id + "/likes", 5), "userId"))
                .containsExactlyInAnyOrderElementsOf(likers));
    }

    @Test
    void boosts_areOfPublicPostsOnly_andCanBeTakenBack() {
        String open = post(ann, "Pass it on");
        String hidden = post(ann, "Keep it, @" + bob, ",\"visibility\":\"followers\"");
        put("/v1/posts/" + open + "/boosts/" + bob).expect(200);
        assertCount(open, "boosts", 1);
        put("/v1/posts/" + hidden + "/boosts/" + bob).expectProblem(409, "post-not-public");
        put("/v1/posts/" + hidden + "/boosts/" + ann).expectProblem(409, "post-not-public");
        assertThat(delete("/v1/posts/" + open + "/boosts/" + bob)
                        .expect(200)
                        .json()
                        .get("boosted")
                        .asBoolean())
                .isFalse();
        assertCount(open, "boosts", 0);
    }

    @Test
    void observers_areTheAuthorTheMentionedAndWhoAnswers_unlessTheyLeave() {
        String carl = user("carl");
        String dora = user("dora");
        String id = post(ann, "Watch this, @" + bob);
        comment(carl, id, "I do");
        String path = "/v1/posts/" + id + "/observers";
        put(path + "/" + dora).expect(200);
        soon(() -> assertThat(texts(all(path, 2), "userId")).containsExactlyInAnyOrder(ann, bob, carl, dora));
        assertThat(delete(path + "/" + carl).expect(200).json().get("observing").asBoolean())
                .isFalse();
        comment(carl, id, "and say so again");
        String last = comment(dora, id, "after which");
        soon(() -> assertThat(texts(all("/v1/posts/" + id + "/comments", 10), "postId"))
                .contains(last));
        soon(() -> assertThat(texts(all(path, 10), "userId")).containsExactlyInAnyOrder(ann, bob, dora));
    }

    @Test
    void likingADeletedPost_isGone_butALikeCanStillBeTakenBack() {
        String id = post(ann, "Soon gone");
        like(id, bob);
        delete("/v1/posts/" + id).expect(200);
        for (String crowd : List.of("likes", "boosts", "observers")) {
            put("/v1/posts/" + id + "/" + crowd + "/" + bob).expectProblem(410, "post-deleted");
        }
        assertThat(delete("/v1/posts/" + id + "/likes/" + bob)
                        .expect(200)
                        .json()
                        .get("changed")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void whatNeverWas_canBeTakenBack_andLeavesNoTrace() {
        String id = post(ann, "Do not like me");
        for (String path : List.of(
                "/v1/posts/" + id + "/likes/" + bob,
                "/v1/posts/" + id + "/boosts/" + bob,
                "/v1/users/" + bob + "/follows/" + ann)) {
            assertThat(delete(path).expect(200).json().get("changed").asBoolean())
                    .as(path)
                    .isFalse();
        }
        like(id, ann);
        assertCount(id, "likes", 1);
        try (var session = EmbeddedCassandra.session(TestNode.KEYSPACE)) {
            assertThat(events(session, CrowdRelation.LIKES, id)).isEqualTo(1);
            assertThat(events(session, CrowdRelation.BOOSTS, id)).isZero();
            assertThat(events(session, CrowdRelation.FOLLOWERS, ann)).isZero();
        }
    }

    /** How many events the journal has of a crowd. */
    private static long events(CqlSession session, CrowdRelation relation, String subject) {
        return relation.entityIds(subject)
                .mapToLong(id -> session.execute(
                                "SELECT sequence_nr FROM messages WHERE persistence_id = ? AND partition_nr = 0",
                                CrowdKind.create().persistenceId(id))
                        .all()
                        .size())
                .sum();
    }

    @Test
    void hiddenPost_isLikedByThoseWhoMaySeeIt_andWhoMayNoLongerCanTakeTheLikeBack() {
        follow(bob, ann);
        String id = post(ann, "For followers", ",\"visibility\":\"followers\"");
        like(id, bob);
        String stranger = user("stranger");
        put("/v1/posts/" + id + "/likes/" + stranger).expectProblem(404, "post-not-found");
        delete("/v1/users/" + bob + "/follows/" + ann).expect(200);
        put("/v1/posts/" + id + "/likes/" + bob).expectProblem(404, "post-not-found");
        delete("/v1/posts/" + id + "/likes/" + stranger).expectProblem(404, "post-not-found");
        delete("/v1/posts/" + id + "/likes/" + bob).expect(200);
        delete("/v1/posts/" + id + "/likes/" + bob).expectProblem(404, "post-not-found");
    }
}
