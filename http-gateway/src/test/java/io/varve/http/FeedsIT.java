package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A feed has what its user follows, follows every change, and is what history says it must be. */
@Timeout(180)
class FeedsIT extends SocialTests {
    private final String ann = user("ann");
    private final String bob = user("bob");

    private List<JsonNode> items(String user) {
        return all("/v1/users/" + user + "/feed", 100);
    }

    /** The feed comes to be that, the newest first, and then nothing differs from history. */
    private void assertFeed(String user, String... postIds) {
        soon(() -> assertThat(feed(user)).containsExactly(postIds));
        assertRight(user, postIds.length);
    }

    private void assertRight(String user, int items) {
        soon(() -> {
            var verified = api.post("/v1/ops/feeds/" + user + "/verify", "").expect(200);
            assertThat(verified.json().get("differences"))
                    .as(verified.toString())
                    .isEmpty();
            assertThat(verified.number("items")).isEqualTo(items);
        });
    }

    @Test
    void ownPosts_andThoseOfTheFollowed_areThere_commentsNot() {
        follow(ann, bob);
        String mine = post(ann, "Mine");
        String his = post(bob, "His");
        String stranger = user("stranger");
        post(stranger, "Nobody follows me, @" + ann);
        comment(bob, mine, "An answer");
        assertFeed(ann, his, mine);
        assertFeed(bob, his);
        soon(() -> {
            var item = items(ann).get(1);
            assertThat(item.get("comments").asLong()).isEqualTo(1);
            assertThat(item.get("author").asText()).isEqualTo(ann);
            assertThat(item.has("boostedBy")).isFalse();
        });
    }

    @Test
    void follow_bringsWhatWasWrittenBefore_andUnfollowTakesItAway() {
        String first = post(bob, "First");
        String second = post(bob, "Second");
        assertFeed(ann);
        follow(ann, bob);
        assertFeed(ann, second, first);
        delete("/v1/users/" + ann + "/follows/" + bob).expect(200);
        assertFeed(ann);
        follow(ann, bob);
        String third = post(bob, "Third");
        assertFeed(ann, third, second, first);
    }

    @Test
    void edit_shows_andDelete_removes() {
        follow(ann, bob);
        String stays = post(bob, "As it was");
        String goes = post(bob, "Soon gone");
        like(stays, ann);
        assertFeed(ann, goes, stays);
        edit(stays, "As it is").expect(200);
        delete("/v1/posts/" + goes).expect(200);
        assertFeed(ann, stays);
        soon(() -> {
            var item = items(ann).get(0);
            assertThat(item.get("text").asText()).isEqualTo("As it is");
            assertThat(item.has("editedAt")).isTrue();
            assertThat(item.get("likes").asLong()).isEqualTo(1);
        });
    }

    @Test
    void boost_bringsAPostOfAStranger_andSaysWhoPassedItOn_untilItIsTakenBack() {
        String stranger = user("stranger");
        follow(ann, bob);
        String strange = post(stranger, "You don't know me");
        String his = post(bob, "His");
        put("/v1/posts/" + strange + "/boosts/" + bob).expect(200);
        assertFeed(ann, strange, his);
        var item = items(ann).get(0);
        assertThat(item.get("boostedBy").asText()).isEqualTo(bob);
        assertThat(item.has("boostedAt")).isTrue();
        assertThat(item.get("author").asText()).isEqualTo(stranger);
        delete("/v1/posts/" + strange + "/boosts/" + bob).expect(200);
        assertFeed(ann, his);
        String later = post(bob, "Later");
        put("/v1/posts/" + strange + "/boosts/" + bob).expect(200);
        assertFeed(ann, strange, later, his);
        delete("/v1/posts/" + strange).expect(200);
        assertFeed(ann, later, his);
    }

    @Test
    void commentThatIsPassedOn_isThere_andAPostOfTheFollowedIsThereTwice() {
        String carl = user("carl");
        follow(ann, bob);
        follow(ann, carl);
        String his = post(bob, "His");
        String answer = comment(carl, his, "A fine answer");
        put("/v1/posts/" + answer + "/boosts/" + bob).expect(200);
        put("/v1/posts/" + his + "/boosts/" + carl).expect(200);
        assertFeed(ann, his, answer, his);
    }

    @Test
    void hiddenPosts_areInTheFeedsOfThoseWhoMaySeeThem() {
        String carl = user("carl");
        follow(carl, ann);
        follow(bob, ann);
        String followers = post(ann, "Followers", ",\"visibility\":\"followers\"");
        String direct = post(ann, "Only you, @" + bob, ",\"visibility\":\"direct\"");
        assertFeed(bob, direct, followers);
        assertFeed(carl, followers);
        assertFeed(ann, direct, followers);
    }

    @Test
    void mutedPeopleAndConversations_areLeftOut_untilTheyAreHeardAgain() {
        String carl = user("carl");
        follow(ann, bob);
        follow(ann, carl);
        String first = post(bob, "First");
        String second = post(carl, "Second");
        put("/v1/posts/" + first + "/boosts/" + carl).expect(200);
        assertFeed(ann, first, second, first);
        put("/v1/users/" + ann + "/mutes/" + carl).expect(200);
        assertFeed(ann, first);
        put("/v1/users/" + ann + "/muted-threads/" + first).expect(200);
        assertFeed(ann);
        delete("/v1/users/" + ann + "/mutes/" + carl).expect(200);
        assertFeed(ann, second);
        delete("/v1/users/" + ann + "/muted-threads/" + first).expect(200);
        assertFeed(ann, first, second, first);
    }

    @Test
    void pages_goDownToTheVeryFirstPost() {
        follow(ann, bob);
        var newestFirst = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            newestFirst.add(0, post(i % 3 == 0 ? ann : bob, "Layer " + i));
        }
        soon(() -> assertThat(feed(ann)).isEqualTo(newestFirst));
        for (int limit : new int[] {1, 7, 59, 60}) {
            assertThat(texts(all("/v1/users/" + ann + "/feed", limit), "postId"))
                    .as("limit " + limit)
                    .isEqualTo(newestFirst);
        }
        assertRight(ann, 60);
    }
}
