package io.varve.gatling.social;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.varve.gatling.Json;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What people do when they look in: everybody reads their feed, many like something, some comment, few write, and
 * once in a while somebody edits, deletes, boosts or follows. {@link FeedReading} checks what is in the feed.
 */
public final class Day {
    private static final String PERSON = "person";
    private static final String POST = "post";
    private static final String STATUS = "status";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int GONE = 410;

    private final People people;
    private final FeedReading feed;

    public Day(People people) {
        this.people = people;
        feed = new FeedReading(people);
    }

    static Session as(Session session, String person) {
        return session.set(PERSON, person);
    }

    static String person(Session session) {
        return session.getString(PERSON);
    }

    private static Said post(Session session) {
        return session.get(POST);
    }

    /** Somebody looks in. */
    public ChainBuilder visit() {
        return exec(session -> as(session, people.anybody()))
                .exec(feed.first())
                .exec(sometimes(30, feed.next()))
                .exec(sometimes(10, notifications()))
                .exec(sometimes(30, aboutPost(like())))
                .exec(sometimes(10, aboutPost(comments())))
                .exec(sometimes(5, aboutPost(comment())))
                .exec(sometimes(1, aboutPost(boost())))
                .exec(sometimes(2, write()))
                .exec(sometimes(
                        1,
                        randomSwitch()
                                .on(percent(50).then(follow()), percent(50).then(unfollow()))))
                .exec(sometimes(
                        0.8,
                        randomSwitch().on(percent(60).then(edit()), percent(40).then(delete()))));
    }

    private static ChainBuilder sometimes(double share, ChainBuilder what) {
        return randomSwitch().on(percent(share).then(what));
    }

    /** Of what is in the feed that was read last, anything; of an empty one, nothing. */
    private ChainBuilder aboutPost(ChainBuilder what) {
        return exec(session -> with(session, feed.any(session).flatMap(people::find)))
                .doIf(session -> session.contains(POST))
                .then(what);
    }

    private static Session with(Session session, Optional<Said> post) {
        return post.map(found -> session.set(POST, found)).orElseGet(() -> session.remove(POST));
    }

    /** Who likes something clicks twice now and then, or thinks better of it. */
    private ChainBuilder like() {
        return doIf(session -> post(session).claimLike(person(session)))
                .then(
                        sent(like("like", true), OK, session -> post(session).like(person(session))),
                        sometimes(10, sent(like("like again", true), OK, session -> {})),
                        sometimes(
                                10,
                                sent(
                                        like("unlike", false),
                                        OK,
                                        session -> post(session).unlike(person(session)))));
    }

    private static HttpRequestActionBuilder like(String name, boolean liked) {
        return liked
                ? http(name).put(session -> mark(session, "likes"))
                : http(name).delete(session -> mark(session, "likes"));
    }

    private static String mark(Session session, String what) {
        return "/v1/posts/" + post(session).id() + "/" + what + "/" + person(session);
    }

    private ChainBuilder boost() {
        return sent(http("boost").put(session -> mark(session, "boosts")), OK, session -> {});
    }

    private ChainBuilder comments() {
        return sent(
                http("comments").get(session -> "/v1/posts/" + post(session).id() + "/comments"), OK, session -> {});
    }

    private ChainBuilder comment() {
        return exec(session -> session.set(POST, people.say(person(session), Optional.of(post(session)))))
                .exec(sent(
                        http("comment")
                                .post(session -> "/v1/posts/"
                                        + post(session).answered().orElseThrow().id() + "/comments")
                                .body(StringBody(Day::saying)),
                        CREATED,
                        session -> people.isSaid(post(session))));
    }

    private static String saying(Session session) {
        Said post = post(session);
        return Json.write(Map.of("postId", post.id(), "author", post.author(), "text", post.text()));
    }

    ChainBuilder write() {
        return exec(session -> session.set(POST, people.say(person(session), Optional.empty())))
                .exec(sent(
                        http("write").post("/v1/posts").body(StringBody(Day::saying)),
                        CREATED,
                        session -> people.isSaid(post(session))));
    }

    private ChainBuilder edit() {
        return change(sent(
                http("edit")
                        .put(session -> "/v1/posts/" + post(session).id())
                        .body(StringBody(session ->
                                Json.write(Map.of("text", post(session).editedText())))),
                OK,
                session -> post(session).edit()));
    }

    private ChainBuilder delete() {
        return change(exec(session -> {
                    post(session).delete();
                    return session;
                })
                .exec(sent(
                        http("delete")
                                .delete(session -> "/v1/posts/" + post(session).id()),
                        OK,
                        session -> post(session).answered().ifPresent(Said::removeAnswer))));
    }

    /** A post of anybody, for which its author acts. */
    private ChainBuilder change(ChainBuilder what) {
        return exec(session -> with(session, people.anyToChange()))
                .doIf(session -> session.contains(POST))
                .then(what);
    }

    ChainBuilder follow() {
        return exec(session -> {
                    String other = people.somebodyKnown(person(session));
                    people.follows(person(session), other);
                    return session.set("other", other);
                })
                .exec(http("follow").put("/v1/users/#{person}/follows/#{other}").check(status().is(OK)));
    }

    private ChainBuilder unfollow() {
        return exec(session -> session.set("other", people.somebodyKnown(person(session))))
                .exec(http("unfollow")
                        .delete("/v1/users/#{person}/follows/#{other}")
                        .check(status().is(OK)));
    }

    private ChainBuilder notifications() {
        return exec(http("notifications")
                        .get("/v1/users/#{person}/notifications?limit=20")
                        .check(status().is(OK), bodyString().saveAs("told")))
                .exec(session -> {
                    for (var item : Json.read(session.getString("told")).path("items")) {
                        // Nobody is told of what they do themselves.
                        if (item.path("actors").toString().contains("\"" + person(session) + "\"")) {
                            people.fault(person(session) + " was told of themself: " + item);
                        }
                    }
                    return session;
                });
    }

    /** A request about the post at hand, which may be gone only when somebody was about to delete it. */
    private ChainBuilder sent(HttpRequestActionBuilder request, int wanted, Consumer<Session> done) {
        return exec(session -> session.remove(STATUS))
                .exec(request.check(status().in(wanted, GONE).saveAs(STATUS)))
                .exec(session -> {
                    int answered = session.contains(STATUS) ? session.getInt(STATUS) : 0;
                    if (answered == wanted) {
                        done.accept(session);
                    } else if (answered == GONE && !isDeleted(post(session))) {
                        people.fault(post(session) + " is gone");
                    }
                    return session;
                });
    }

    private static boolean isDeleted(Said post) {
        return post.isDeleted() || post.answered().filter(Said::isDeleted).isPresent();
    }
}
