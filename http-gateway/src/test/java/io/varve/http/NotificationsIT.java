package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Users are told once what concerns them, grouped, and nothing that they muted. */
@Timeout(180)
class NotificationsIT extends SocialTests {
    private final String ann = user("ann");
    private final String bob = user("bob");

    private static String path(String user) {
        return "/v1/users/" + user + "/notifications";
    }

    private List<JsonNode> told(String user) {
        return all(path(user), 2);
    }

    /** What a user comes to be told, the newest group first. */
    private void assertTold(String user, String... texts) {
        soon(() -> assertThat(texts(told(user), "text")).containsExactly(texts));
    }

    private long unread(String user) {
        return api.get(path(user)).expect(200).number("unread");
    }

    /** Likes another post of a user, and waits until that is told: what was done before has been told by then. */
    private void assertNothingMore(String user, String... texts) {
        String marker = post(user, "Marker");
        String liker = user("marker");
        like(marker, liker);
        var expected = new java.util.ArrayList<>(List.of(texts));
        expected.add(0, liker + " liked your post");
        assertTold(user, expected.toArray(String[]::new));
    }

    @Test
    void likesOfAPost_areOneGroup_thatNamesTheNewest() {
        String id = post(ann, "Like me");
        var fans = IntStream.range(0, 4).mapToObj(i -> user("fan")).toList();
        like(id, fans.get(0));
        assertTold(ann, fans.get(0) + " liked your post");
        like(id, fans.get(1));
        assertTold(ann, fans.get(1) + " and " + fans.get(0) + " liked your post");
        like(id, fans.get(2));
        assertTold(ann, fans.get(2) + " and 2 others liked your post");
        like(id, fans.get(3));
        assertTold(ann, fans.get(3) + " and 3 others liked your post");
        var group = told(ann).get(0);
        assertThat(group.get("reason").asText()).isEqualTo("liked");
        assertThat(group.get("subject").asText()).isEqualTo(id);
        assertThat(group.get("thread").asText()).isEqualTo(id);
        assertThat(group.get("count").asLong()).isEqualTo(4);
        assertThat(group.get("others").asLong()).isEqualTo(3);
        assertThat(Api.list(group.get("actors")).get(0).asText()).isEqualTo(fans.get(3));
        assertThat(unread(ann)).isEqualTo(1);
    }

    @Test
    void floodOfLikesAndUnlikes_isToldOnce() {
        String id = post(ann, "Flood me");
        for (int i = 0; i < 20; i++) {
            like(id, bob);
            delete("/v1/posts/" + id + "/likes/" + bob).expect(200);
        }
        like(id, bob);
        like(id, ann);
        String text = bob + " liked your post";
        assertTold(ann, text);
        assertNothingMore(ann, text);
        assertThat(told(ann).get(1).get("count").asLong()).isEqualTo(1);
    }

    @Test
    void everyReason_isTold() {
        String id = post(ann, "Root");
        String answer = comment(bob, id, "Hello");
        assertTold(ann, bob + " commented on your post");
        assertThat(told(ann).get(0).get("postId").asText()).isEqualTo(answer);
        put("/v1/posts/" + id + "/boosts/" + bob).expect(200);
        assertTold(ann, bob + " boosted your post", bob + " commented on your post");
        String mention = post(bob, "I met @" + ann + ".");
        assertTold(ann, bob + " mentioned you", bob + " boosted your post", bob + " commented on your post");
        assertThat(told(ann).get(0).get("subject").asText()).isEqualTo(mention);
        follow(bob, ann);
        assertTold(
                ann,
                bob + " followed you",
                bob + " mentioned you",
                bob + " boosted your post",
                bob + " commented on your post");
        assertThat(told(ann).get(0).get("subject").asText()).isEqualTo(ann);
        assertThat(unread(ann)).isEqualTo(4);
    }

    @Test
    void observers_areToldOfLikesAndComments_andNobodyOfTheirOwn() {
        String carl = user("carl");
        String id = post(ann, "Root");
        put("/v1/posts/" + id + "/observers/" + carl).expect(200);
        like(id, bob);
        assertTold(carl, bob + " liked a post that you watch");
        String first = comment(bob, id, "First");
        assertTold(carl, bob + " commented on a post that you watch", bob + " liked a post that you watch");
        // Whoever watches the conversation hears of it once, also of what answers an answer.
        comment(carl, first, "Below");
        assertTold(bob, carl + " commented on your post");
        assertTold(ann, carl + " and " + bob + " commented on your post", bob + " liked your post");
    }

    /** How many comments on a post a user comes to be told of. */
    private long commentsTold(String user) {
        return told(user).stream()
                .filter(group -> group.get("reason").asText().equals("commented"))
                .mapToLong(group -> group.get("count").asLong())
                .sum();
    }

    @Test
    void whoAnswers_watchesWhenTheAnswerIsAccepted_andIsToldOfEachLaterOne() {
        String id = post(ann, "Root");
        var people = IntStream.range(0, 12).mapToObj(i -> user("guest")).toList();
        for (var person : people) {
            comment(person, id, "Hello");
            assertThat(api.get("/v1/posts/" + id + "/observers/" + person)
                            .expect(200)
                            .json()
                            .get("observing")
                            .asBoolean())
                    .isTrue();
        }
        // Whoever came while an earlier one was not told yet hears of that as well.
        for (int n = 0; n < people.size(); n++) {
            var person = people.get(n);
            int later = people.size() - 1 - n;
            soon(() -> assertThat(commentsTold(person)).isBetween((long) later, people.size() - 1L));
        }
    }

    @Test
    void ofTwoWhoAnswerAtTheSameMoment_oneAtLeastIsToldOfTheOther() throws InterruptedException {
        String id = post(ann, "Root");
        var people = IntStream.range(0, 8).mapToObj(i -> user("guest")).toList();
        var threads = Executors.newFixedThreadPool(people.size());
        people.forEach(person -> threads.execute(() -> comment(person, id, "Hello")));
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        soon(() -> assertThat(commentsTold(ann)).isEqualTo(8));
        int pairs = 8 * 7 / 2;
        soon(() ->
                assertThat(people.stream().mapToLong(this::commentsTold).sum()).isBetween((long) pairs, 2L * pairs));
    }

    @Test
    void mutedPeopleAndConversations_areNotTold() {
        String carl = user("carl");
        String quiet = post(ann, "Quiet");
        String loud = post(ann, "Loud");
        put("/v1/users/" + ann + "/mutes/" + carl).expect(200);
        put("/v1/users/" + ann + "/muted-threads/" + quiet).expect(200);
        like(quiet, bob);
        comment(bob, quiet, "Hello?");
        like(loud, carl);
        like(loud, bob);
        assertTold(ann, bob + " liked your post");
        assertNothingMore(ann, bob + " liked your post");
    }

    @Test
    void read_marksWhatWasSeen_andWhatComesThen_isAnotherGroup() {
        String id = post(ann, "Read me");
        like(id, bob);
        assertTold(ann, bob + " liked your post");
        long seen = told(ann).get(0).get("revision").asLong();
        follow(bob, ann);
        assertTold(ann, bob + " followed you", bob + " liked your post");
        api.post(path(ann) + "/read", "{\"upTo\":" + seen + "}").expect(200);
        soon(() -> assertThat(unread(ann)).isEqualTo(1));
        assertThat(told(ann)).extracting(group -> group.get("read").asBoolean()).containsExactly(false, true);
        api.post(path(ann) + "/read", "").expect(200);
        soon(() -> assertThat(unread(ann)).isZero());
        String carl = user("carl");
        like(id, carl);
        assertTold(ann, carl + " liked your post", bob + " followed you", bob + " liked your post");
        assertThat(unread(ann)).isEqualTo(1);
    }
}
