package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.varve.node.EmbeddedCassandra;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Views that are emptied fill themselves from the journal. */
@Timeout(120)
class OpsRebuildIT {
    private final Api api = TestNode.shared();

    @Test
    void viewsThatWereDamaged_areAsTheJournalSays_afterwards() {
        String id = api.account("rebuilt", "EUR", 100);
        api.deposit(id, 20).expect(201);
        var before = api.entries(id, 3);
        try (CqlSession session = EmbeddedCassandra.session(TestNode.KEYSPACE)) {
            session.execute("DELETE FROM entry WHERE account_id = '" + id + "' AND bucket = 0");
            assertThat(api.entries(id, 3)).isEmpty();
        }

        var answer = api.post("/v1/ops/rebuild", "{\"kind\":\"account\"}").expect(202);

        assertThat(answer.json().get("tables").toString()).contains("\"entry\"", "\"ledger_currency\"");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(api.entries(id, 3)).isEqualTo(before));
        // What is new is seen as well: the projection goes on where the journal is.
        api.deposit(id, 3).expect(201);
        assertThat(api.entries(id, 4)).hasSize(3);
    }

    @Test
    void nobodyEmptiesEverythingByMistake() {
        for (var body : List.of("{}", "{\"kind\":\"everything\"}", "{\"kind\":\"\"}")) {
            var answer = api.send(api.json("POST", "/v1/ops/rebuild", body.getBytes(StandardCharsets.UTF_8)));
            answer.expectProblem(400, "invalid-field");
            assertThat(answer.text("field")).isEqualTo("kind");
        }
    }
}
