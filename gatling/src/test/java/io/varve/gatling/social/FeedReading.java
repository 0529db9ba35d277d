package io.varve.gatling.social;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.varve.gatling.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads pages of a feed. Each item must be what its author has said, brought by somebody whom the reader follows or has
 * followed, once, and behind what is newer.
 */
final class FeedReading {
    private static final int PAGE = 20;
    private static final String BODY = "feed";
    private static final String POSTS = "feed.posts";
    private static final String CURSOR = "feed.cursor";
    private static final String OLDEST = "feed.oldest";

    private final People people;

    FeedReading(People people) {
        this.people = people;
    }

    ChainBuilder first() {
        return exec(session -> session.remove(CURSOR).set(OLDEST, Instant.MAX)).exec(page("feed"));
    }

    /** The next page, if there is one. */
    ChainBuilder next() {
        return doIf(session -> session.contains(CURSOR)).then(page("feed, next page"));
    }

    /** Any post of the page that was read last. */
    Optional<String> any(Session session) {
        List<String> posts = session.contains(POSTS) ? session.getList(POSTS) : List.of();
        return posts.isEmpty()
                ? Optional.empty()
                : Optional.of(posts.get(People.random().nextInt(posts.size())));
    }

    private ChainBuilder page(String name) {
        return exec(session -> session.remove(BODY))
                .exec(http(name)
                        .get(session -> "/v1/users/" + Day.person(session) + "/feed?limit=" + PAGE
                                + (session.contains(CURSOR) ? "&cursor=" + session.getString(CURSOR) : ""))
                        .check(status().is(200), bodyString().saveAs(BODY)))
                .exec(this::look);
    }

    private Session look(Session session) {
        JsonNode page = Json.read(session.getString(BODY));
        List<String> posts = new ArrayList<>();
        Set<String> places = new HashSet<>();
        Instant newest = session.get(OLDEST);
        for (JsonNode item : page.path("items")) {
            Instant at = Instant.parse(
                    item.path(item.has("boostedBy") ? "boostedAt" : "createdAt").asText());
            String fault = fault(Day.person(session), item);
            if (at.isAfter(newest)) {
                fault = "it is newer than what is before it";
            } else if (!places.add(item.path("postId").asText() + " " + item.path("boostedBy"))) {
                fault = "it is there twice";
            }
            if (fault != null) {
                people.fault("in the feed of " + Day.person(session) + " " + fault + ": " + item);
            }
            newest = at;
            posts.add(item.path("postId").asText());
        }
        Session after = session.set(POSTS, posts).set(OLDEST, newest);
        JsonNode cursor = page.path("nextCursor");
        return cursor.isTextual() ? after.set(CURSOR, cursor.asText()) : after.remove(CURSOR);
    }

    private String fault(String reader, JsonNode item) {
        Optional<Said> post = people.find(item.path("postId").asText());
        String by = item.path(item.has("boostedBy") ? "boostedBy" : "author").asText();
        if (post.isEmpty() || !post.get().isShownBy(item)) {
            return "nobody has said this";
        }
        return people.mayRead(reader, by) ? null : "it is of somebody whom the reader never followed";
    }
}
