package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user who listens is told what comes into the feed, and what concerns them, once. */
@Timeout(180)
class UserStreamIT extends SocialTests {
    private final String ann = user("ann");
    private final String bob = user("bob");

    /** A post of the same tenths of a second may be in the feed only: so it is awaited that the follow is known. */
    @Override
    void follow(String user, String other) {
        super.follow(user, other);
        soon(() -> assertThat(texts(all("/v1/users/" + user + "/following", 10), "userId"))
                .contains(other));
    }

    private EventStream listen(String user, String... headers) {
        return EventStream.open(api, "/v1/users/" + user + "/stream", headers);
    }

    /** An event in short: its type, what it is about, and who boosted that. */
    private static String brief(EventStream.Event event) {
        var data = event.json();
        return event.type() + " "
                + (event.type().equals("notification")
                        ? data.get("text").asText()
                        : data.get("postId").asText())
                + (data.has("boostedBy") ? " by " + data.get("boostedBy").asText() : "");
    }

    private static List<String> told(EventStream stream) {
        return stream.events().stream().map(UserStreamIT::brief).toList();
    }

    private static void assertTold(EventStream stream, String... events) {
        soon(() -> assertThat(told(stream)).containsExactly(events));
    }

    /** The same for events of different posts, which have no order. */
    private static void assertToldInAnyOrder(EventStream stream, List<String> events) {
        soon(() -> assertThat(told(stream)).containsExactlyInAnyOrderElementsOf(events));
    }

    @Test
    void follower_isToldOfPosts_boosts_edits_deletions_andNotifications() {
        follow(ann, bob);
        try (var stream = listen(ann)) {
            String his = post(bob, "Layer 1");
            assertTold(stream, "post " + his);
            String strange = post(user("stranger"), "You don't know me");
            shown(strange, 1).expect(200);
            put("/v1/posts/" + strange + "/boosts/" + bob).expect(200);
            assertTold(stream, "post " + his, "post " + strange + " by " + bob);
            edit(his, "Layer 2").expect(200);
            assertTold(stream, "post " + his, "post " + strange + " by " + bob, "edit " + his);
            delete("/v1/posts/" + his).expect(200);
            assertTold(stream, "post " + his, "post " + strange + " by " + bob, "edit " + his, "delete " + his);
            String mine = post(ann, "Mine");
            soon(() -> assertThat(told(stream)).hasSize(5).endsWith("post " + mine));
            like(mine, bob);
            soon(() -> assertThat(told(stream)).hasSize(6).endsWith("notification " + bob + " liked your post"));
            var events = stream.events();
            assertThat(events.get(2).json().get("text").asText()).isEqualTo("Layer 2");
            assertThat(events.get(3).data()).isEqualTo("{\"postId\":\"" + his + "\"}");
            // What is told looks as it does when it is asked for.
            soon(() -> assertThat(all("/v1/users/" + ann + "/feed", 10))
                    .contains(events.get(1).json()));
            soon(() -> assertThat(all("/v1/users/" + ann + "/notifications", 10))
                    .containsExactly(events.get(5).json()));
        }
    }

    private static void assertEachBeforeItsEdit(List<String> told) {
        for (String event : told) {
            String edit = event.replaceFirst("^post", "edit");
            assertThat(told.indexOf(edit)).isGreaterThanOrEqualTo(told.indexOf(event));
        }
    }

    @Test
    void listenerWhoComesBack_hasEverythingOnce_whereverTheStreamBroke() {
        follow(ann, bob);
        var written = new ArrayList<String>();
        try (var stream = listen(ann)) {
            for (int i = 0; i < 4; i++) {
                String id = post(i % 2 == 0 ? bob : ann, "Layer " + i);
                edit(id, "Layer " + i + ", again").expect(200);
                written.addAll(List.of("post " + id, "edit " + id));
            }
            assertToldInAnyOrder(stream, written);
            var events = stream.events();
            var told = told(stream);
            for (int i = 0; i < events.size(); i++) {
                var rest = told.subList(i + 1, told.size());
                try (var resumed = listen(ann, "Last-Event-ID", events.get(i).id())) {
                    soon(() -> assertThat(told(resumed)).hasSizeGreaterThanOrEqualTo(rest.size()));
                    assertThat(told(resumed)).as("after " + i).containsExactlyInAnyOrderElementsOf(rest);
                    assertEachBeforeItsEdit(told(resumed));
                }
            }
            assertEachBeforeItsEdit(told);
        }
    }

    @Test
    void whatHappenedWhileNobodyListened_isToldToTheOneWhoComesBack() {
        follow(ann, bob);
        String lastId;
        try (var stream = listen(ann)) {
            String first = post(bob, "First");
            assertTold(stream, "post " + first);
            lastId = stream.lastId();
        }
        String second = post(bob, "Second");
        String third = post(bob, "Third");
        try (var stream = listen(ann, "Last-Event-ID", lastId)) {
            assertToldInAnyOrder(stream, List.of("post " + second, "post " + third));
        }
    }

    @Test
    void whoIsMuted_orNotFollowedAnyMore_isNotHeardOf() {
        String carl = user("carl");
        follow(ann, bob);
        follow(ann, carl);
        try (var stream = listen(ann);
                var ofBob = listen(bob)) {
            String first = post(bob, "First");
            assertTold(stream, "post " + first);
            soon(() -> assertThat(feed(ann)).contains(first));
            put("/v1/users/" + ann + "/mutes/" + bob).expect(200);
            soon(() -> assertThat(feed(ann)).doesNotContain(first));
            String heard = post(carl, "I am heard");
            shown(heard, 1).expect(200);
            put("/v1/posts/" + heard + "/boosts/" + bob).expect(200);
            String not = post(bob, "I am not");
            // What others have been told was put to all who listen.
            soon(() -> assertThat(told(ofBob)).contains("post " + not));
            String last = post(carl, "The last of me");
            assertToldInAnyOrder(stream, List.of("post " + first, "post " + heard, "post " + last));
            delete("/v1/users/" + ann + "/follows/" + carl).expect(200);
            delete("/v1/users/" + ann + "/mutes/" + bob).expect(200);
            soon(() -> assertThat(feed(ann)).contains(first).doesNotContain(last));
            post(carl, "Not any more");
            String again = post(bob, "Heard again");
            soon(() -> assertThat(told(stream)).hasSize(4).endsWith("post " + again));
        }
    }

    @Test
    void hiddenPosts_areToldToThoseWhoMaySeeThem() {
        String carl = user("carl");
        follow(bob, ann);
        follow(carl, ann);
        try (var ofBob = listen(bob);
                var ofCarl = listen(carl)) {
            String direct = post(ann, "Only you, @" + bob, ",\"visibility\":\"direct\"");
            String followers = post(ann, "All who follow", ",\"visibility\":\"followers\"");
            soon(() -> assertThat(told(ofBob)).contains("post " + direct, "post " + followers));
            assertTold(ofCarl, "post " + followers);
        }
    }

    @Test
    void unknownUsers_andIdsOfNobody_areRefused() {
        api.get("/v1/users/" + Api.fresh("nobody") + "/stream").expectProblem(404, "user-not-found");
        String path = "/v1/users/" + ann + "/stream";
        String good;
        try (var stream = listen(ann)) {
            soon(() -> assertThat(stream.lastId()).isNotEmpty());
            good = stream.lastId();
        }
        // One that a part of null is added to, after the first mark.
        String withNull = good.replaceFirst("~", ".9g~");
        for (String bad : List.of("7", "x~y~z", "~~", "AAAA~AAAA~AAAA", withNull)) {
            api.get(path, "Last-Event-ID", bad).expectProblem(400, "invalid-field");
        }
        api.any("GET", path + "?limit=1", new byte[0]).expectProblem(400, "unknown-field");
    }
}
