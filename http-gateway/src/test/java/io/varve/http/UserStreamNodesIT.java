package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.EmbeddedCassandra;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A listener who was on one node goes on at another, a process of its own: everything once. */
@Timeout(300)
class UserStreamNodesIT extends SocialTests {
    private static List<NodeProcess> nodes;

    private final Api other;
    private final String ann = user("ann");
    private final String bob = user("bob");

    UserStreamNodesIT() {
        super(nodes.get(0).api);
        other = nodes.get(1).api;
    }

    @BeforeAll
    static void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        nodes = NodeProcess.cluster(2, folder, EmbeddedCassandra.shared().contactPoint(), "varve_user_stream_test");
        nodes.forEach(NodeProcess::start);
        nodes.forEach(NodeProcess::awaitReady);
    }

    @AfterAll
    static void stop() {
        nodes.forEach(NodeProcess::kill);
    }

    /** As seen from each node. */
    private void followIsKnown() {
        follow(ann, bob);
        for (Api node : List.of(api, other)) {
            soon(() -> assertThat(node.get("/v1/users/" + ann + "/following")
                            .expect(200)
                            .toString())
                    .contains(bob));
        }
    }

    private EventStream listen(Api node, String... headers) {
        return EventStream.open(node, "/v1/users/" + ann + "/stream", headers);
    }

    private static List<String> told(EventStream stream) {
        return stream.events().stream()
                .map(event -> event.type() + " " + event.json().path("postId").asText())
                .toList();
    }

    /** Nodes mix the writes of several nodes each in its own way: what comes is the same, its order need not be. */
    private static void assertTold(EventStream stream, List<String> events) {
        soon(() -> assertThat(told(stream)).hasSizeGreaterThanOrEqualTo(events.size()));
        assertThat(told(stream)).containsExactlyInAnyOrderElementsOf(events);
    }

    /** Posts and edits, by all nodes in turn. */
    private List<String> happens(int posts) {
        var events = new ArrayList<String>();
        for (int i = 0; i < posts; i++) {
            String id = post(i % 2 == 0 ? bob : ann, "Layer " + i);
            events.add("post " + id);
            other.good("PUT", "/v1/posts/" + id, "{\"text\":\"Layer %d, again\"}".formatted(i))
                    .expect(200);
            events.add("edit " + id);
        }
        return events;
    }

    @Test
    void listenerWhoChangesNodes_hasEverythingOnce_whereverTheStreamBroke() {
        followIsKnown();
        try (var here = listen(api);
                var there = listen(other)) {
            var expected = happens(6);
            assertTold(here, expected);
            assertTold(there, expected);
            assertGoesOn(here.events(), other, expected);
            assertGoesOn(there.events(), api, expected);
        }
    }

    /** After each of the events the rest comes from another node. */
    private void assertGoesOn(List<EventStream.Event> events, Api node, List<String> expected) {
        for (int i = 0; i < events.size(); i++) {
            var rest = new ArrayList<>(expected);
            events.subList(0, i + 1)
                    .forEach(had -> rest.remove(
                            had.type() + " " + had.json().path("postId").asText()));
            try (var resumed = listen(node, "Last-Event-ID", events.get(i).id())) {
                assertTold(resumed, rest);
            }
        }
    }

    @Test
    void whatHappenedMeanwhile_isToldByTheOtherNode() {
        followIsKnown();
        String lastId;
        try (var stream = listen(api)) {
            assertTold(stream, happens(1));
            lastId = stream.lastId();
        }
        var missed = happens(3);
        try (var stream = listen(other, "Last-Event-ID", lastId)) {
            assertTold(stream, missed);
            var more = new ArrayList<>(missed);
            more.addAll(happens(1));
            assertTold(stream, more);
        }
    }
}
