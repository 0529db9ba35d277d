package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who has just written reads that, or is told that the view is behind. */
class ReadYourWritesIT {
    private final Api api = TestNode.shared();

    @Test
    void minRevision_readsWhatWasJustWritten() {
        String id = api.account("fresh", "EUR", 0);
        for (int i = 1; i <= 20; i++) {
            long revision = api.deposit(id, 1).expect(201).number("revision");
            var account = api.account(id, revision);
            assertThat(account.number("revision")).isGreaterThanOrEqualTo(revision);
            assertThat(account.number("balanceMinor")).isEqualTo(i);
            assertThat(api.entries(id, revision)).hasSize(i);
        }
    }

    @Test
    void minRevision_ofATransfer_hasItsTimeline() {
        String a = api.account("a", "EUR", 10);
        String b = api.account("b", "EUR", 0);
        var done =
                api.transfer("{\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":1,\"currency\":\"EUR\"}".formatted(a, b));
        var shown = api.transferAt(done);
        assertThat(shown.text("status")).isEqualTo("completed");
        assertThat(shown.json().get("timeline")).hasSize(4);
    }

    @Test
    void viewBehind_isTold_afterTheWaitThatWasAskedFor() {
        String id = api.account("behind", "EUR", 0);
        for (String path : new String[] {"/v1/accounts/" + id, "/v1/accounts/" + id + "/entries"}) {
            var begin = Instant.now();
            var behind = api.get(path, "Varve-Min-Revision", "99", "Prefer", "wait=1")
                    .expectProblem(503, "view-behind");
            assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
            assertThat(behind.header("Retry-After")).isPresent();
            assertThat(behind.text("field")).isEqualTo("Varve-Min-Revision");
        }
        api.get("/v1/accounts/" + id, "Varve-Min-Revision", "99", "Prefer", "wait=0")
                .expectProblem(503, "view-behind");
    }

    @Test
    void viewBehind_isTold_afterTwoSeconds_withoutPrefer() {
        String id = api.account("behind", "EUR", 0);
        var begin = Instant.now();
        api.get("/v1/accounts/" + id, "Varve-Min-Revision", "99").expectProblem(503, "view-behind");
        assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(8));
    }
}
