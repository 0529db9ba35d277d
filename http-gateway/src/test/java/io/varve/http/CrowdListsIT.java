package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** The lists of people: who likes, boosts and watches a post, who follows a user, and whom a user follows. */
@Timeout(120)
class CrowdListsIT extends BadSocial {
    private static final int PEOPLE = 11;
    private static final List<String> OF_POSTS = List.of("likes", "boosts", "observers");
    private static final List<String> OF_USERS = List.of("followers", "following");

    private Stream<String> ofPost(String postId) {
        return OF_POSTS.stream().map(list -> "/v1/posts/" + postId + "/" + list);
    }

    private Stream<String> ofUser(String user) {
        return OF_USERS.stream().map(list -> "/v1/users/" + user + "/" + list);
    }

    private Stream<String> lists() {
        return Stream.concat(ofPost(post), ofUser(ann));
    }

    private List<String> people() {
        return IntStream.range(0, PEOPLE).mapToObj(i -> user("guest")).toList();
    }

    private void assertPages(String path, List<String> people) {
        soon(() -> assertThat(all(path, 500)).hasSize(people.size()));
        var whole = all(path, 500);
        assertThat(texts(whole, "userId")).as(path).containsExactlyInAnyOrderElementsOf(people);
        assertThat(whole).allMatch(item -> item.hasNonNull("since"));
        for (int limit : new int[] {1, 4, PEOPLE - 1, PEOPLE, PEOPLE + 1}) {
            assertThat(all(path, limit)).as(path + " by " + limit).isEqualTo(whole);
            assertThat(Api.list(api.get(path + "?limit=" + limit).json().get("items")))
                    .hasSize(Math.min(limit, people.size()));
        }
    }

    @Test
    void listsOfAPost_pageToTheEnd_whateverTheSizeOfPages() {
        var people = people();
        for (String person : people) {
            ofPost(post).forEach(list -> put(list + "/" + person).expect(200));
        }
        // The author watches by writing.
        assertPages(
                "/v1/posts/" + post + "/observers",
                Stream.concat(people.stream(), Stream.of(ann)).toList());
        assertPages("/v1/posts/" + post + "/likes", people);
        assertPages("/v1/posts/" + post + "/boosts", people);
        ofPost(post).forEach(list -> delete(list + "/" + people.get(3)).expect(200));
        var rest =
                people.stream().filter(person -> !person.equals(people.get(3))).toList();
        assertPages("/v1/posts/" + post + "/likes", rest);
        assertPages("/v1/posts/" + post + "/boosts", rest);
    }

    @Test
    void listsOfAUser_pageToTheEnd_whateverTheSizeOfPages() {
        var people = people();
        for (String person : people) {
            follow(ann, person);
            follow(person, ann);
        }
        assertPages("/v1/users/" + ann + "/followers", people);
        assertPages("/v1/users/" + ann + "/following", people);
        delete("/v1/users/" + ann + "/follows/" + people.get(5)).expect(200);
        assertPages(
                "/v1/users/" + ann + "/following",
                people.stream().filter(person -> !person.equals(people.get(5))).toList());
        assertPages("/v1/users/" + ann + "/followers", people);
    }

    @Test
    void listOfNobody_isEmpty() {
        var lists = Stream.concat(ofPost(post).limit(2), ofUser(ann)).toList();
        soon(() -> lists.forEach(
                list -> assertThat(api.get(list).expect(200).json().toString()).isEqualTo("{\"items\":[]}")));
    }

    @TestFactory
    Stream<DynamicTest> limitsCursorsAndParameters_thatAreWrong() {
        return lists().flatMap(list -> Stream.of(
                bad(400, "invalid-field", "limit", "GET", list + "?limit=0", ""),
                bad(400, "invalid-field", "limit", "GET", list + "?limit=-1", ""),
                bad(400, "invalid-field", "limit", "GET", list + "?limit=501", ""),
                bad(400, "invalid-field", "limit", "GET", list + "?limit=1.0", ""),
                bad(400, "invalid-field", "limit", "GET", list + "?limit=ten", ""),
                bad(400, "invalid-field", "limit", "GET", list + "?limit=", ""),
                bad(400, "invalid-field", "cursor", "GET", list + "?cursor=x", ""),
                bad(400, "invalid-field", "cursor", "GET", list + "?cursor=", ""),
                bad(400, "invalid-field", "cursor", "GET", list + "?cursor=AAAA", ""),
                bad(400, "unknown-field", "since", "GET", list + "?since=1", "")));
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (String person : List.of(user("one"), user("two"))) {
            ofPost(post).forEach(list -> put(list + "/" + person).expect(200));
            follow(ann, person);
            follow(person, ann);
        }
        var lists = lists().toList();
        for (String from : lists) {
            soon(() -> assertThat(api.get(from + "?limit=1").json().has("nextCursor"))
                    .isTrue());
            String cursor = api.get(from + "?limit=1").text("nextCursor");
            for (String to : lists) {
                if (!to.equals(from)) {
                    var answer = api.get(to + "?cursor=" + cursor).expectProblem(400, "invalid-field");
                    assertThat(answer.text("field")).as(from + " in " + to).isEqualTo("cursor");
                }
            }
        }
    }

    @Test
    void listsOfWhatIsNotThere_areNotFound() {
        ofPost(Api.fresh("nothing")).forEach(list -> api.get(list).expectProblem(404, "post-not-found"));
        ofUser(Api.fresh("nobody")).forEach(list -> api.get(list).expectProblem(404, "user-not-found"));
        ofPost("a~b").forEach(list -> api.any("GET", list, new byte[0]).expectProblem(400, "invalid-field"));
        ofUser("a~b").forEach(list -> api.any("GET", list, new byte[0]).expectProblem(400, "invalid-field"));
    }

    @Test
    void listsOfADeletedPost_areGone() {
        like(post, user("fan"));
        delete("/v1/posts/" + post).expect(200);
        soon(() -> ofPost(post).forEach(list -> api.get(list).expectProblem(410, "post-deleted")));
    }

    @Test
    void listsOfAHiddenPost_areForThoseWhoMaySeeIt() {
        String bob = user("bob");
        String hidden = post(ann, "For @" + bob, ",\"visibility\":\"direct\"");
        like(hidden, bob);
        soon(() -> assertThat(texts(all("/v1/posts/" + hidden + "/likes?viewer=" + ann, 10), "userId"))
                .containsExactly(bob));
        String stranger = user("stranger");
        ofPost(hidden).forEach(list -> {
            api.get(list + "?viewer=" + bob).expect(200);
            api.get(list).expectProblem(404, "post-not-found");
            api.get(list + "?viewer=" + stranger).expectProblem(404, "post-not-found");
        });
    }
}
