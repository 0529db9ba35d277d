package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who comes back to a stream after longer than the node allows begins anew. */
@Timeout(180)
class UserStreamResumeIT extends SocialTests {
    private static final Api OWN = TestNode.start(
            "varve_user_stream_resume_test",
            Map.of("varve.read.feeds.resume-within", "10s", "varve.read.feeds.events-in-memory", 1));

    private final String ann = user("ann");
    private final String bob = user("bob");
    private final String path = "/v1/users/" + ann + "/stream";

    UserStreamResumeIT() {
        super(OWN);
    }

    /** Where the stream was before bob's last two posts, and between them. */
    private record Positions(String before, String between) {}

    private Positions positions() {
        try (var stream = EventStream.open(api, path)) {
            soon(() -> assertThat(stream.lastId()).isNotEmpty());
            String before = stream.lastId();
            post(bob, "First");
            soon(() -> assertThat(stream.events()).hasSize(1));
            String between = stream.lastId();
            post(bob, "Second");
            soon(() -> assertThat(stream.events()).hasSize(2));
            return new Positions(before, between);
        }
    }

    /** An answer may have no end. */
    private int status(String lastEventId) throws IOException {
        var response =
                api.stream(api.to(path).headers("Last-Event-ID", lastEventId).build());
        response.body().close();
        return response.statusCode();
    }

    @Test
    void positionIsRefused_whenWhatWasMissedIsTooLongAgo_andNotInMemory() {
        follow(ann, bob);
        soon(() -> assertThat(all("/v1/users/" + ann + "/following", 10)).hasSize(1));
        var positions = new AtomicReference<Positions>();
        // Quickly enough, on a node that has just begun.
        soon(() -> {
            positions.set(positions());
            assertThat(status(positions.get().before())).isEqualTo(200);
        });
        soon(() -> assertThat(status(positions.get().before())).isEqualTo(410));
        var refused = api.get(path, "Last-Event-ID", positions.get().before()).expectProblem(410, "position-too-old");
        assertThat(refused.text("field")).isEqualTo("Last-Event-ID");
        try (var resumed =
                EventStream.open(api, path, "Last-Event-ID", positions.get().between())) {
            soon(() -> assertThat(resumed.events()).hasSize(1));
        }
    }
}
