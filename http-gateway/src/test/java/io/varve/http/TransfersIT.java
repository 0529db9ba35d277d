package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A transfer happens completely or not at all, whatever the way to its end. */
class TransfersIT extends TransferTests {
    @Test
    void single_movesTheMoney_withEveryStepOnItsTimeline() {
        String a = api.account("a", "EUR", 1_000);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("single");
        var done = api.transfer(
                single(id, a, b, 250, ",\"description\":\"Dinner\",\"effectiveAt\":\"2020-02-02T00:00:00Z\""));
        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(done.header("Location")).contains("/v1/transfers/" + id);

        var shown = api.transferAt(done);
        assertThat(shown.text("status")).isEqualTo("completed");
        assertThat(steps(shown)).containsExactly("accepted", "debit", "credit", "completed");
        assertBalance(a, 750);
        assertBalance(b, 250);
        JsonNode out = api.entries(a, 3).get(0);
        assertThat(out.get("kind").asText()).isEqualTo("transfer-out");
        assertThat(out.get("amountMinor").asLong()).isEqualTo(-250);
        assertThat(out.get("transferId").asText()).isEqualTo(id);
        assertThat(out.get("effectiveAt").asText()).isEqualTo("2020-02-02T00:00:00Z");
        assertThat(api.entries(b, 2).get(0).get("kind").asText()).isEqualTo("transfer-in");
        Awaitility.await()
                .untilAsserted(() -> assertThat(Api.list(api.get("/v1/accounts/" + b + "/transfers")
                                .json()
                                .get("items")))
                        .extracting(t -> t.get("transferId").asText())
                        .containsExactly(id));
    }

    @Test
    void withoutWait_isAcceptedAtOnce_andReachesItsEnd() {
        String a = api.account("a", "EUR", 10);
        String b = api.account("b", "EUR", 0);
        var accepted = api.post(
                        "/v1/transfers",
                        "{\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":10,\"currency\":\"EUR\"}".formatted(a, b))
                .expect(202);
        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertBalance(b, 10);
    }

    @Test
    void severalPostings_moveAllOfThem() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 50);
        String c = api.account("c", "EUR", 0);
        var done = api.transfer(postings(Api.fresh("several"), a, b, "60", b, c, "50", a, c, "40"));
        assertThat(done.text("status")).isEqualTo("completed");
        assertThat(steps(api.transferAt(done)))
                .containsExactly("accepted", "debit", "debit", "debit", "credit", "credit", "credit", "completed");
        assertBalance(a, 0);
        assertBalance(b, 60);
        assertBalance(c, 90);
    }

    @Test
    void severalPostings_moveNothing_whenTheLastDebitIsRefused() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 10);
        String c = api.account("c", "EUR", 0);
        var done = api.transfer(postings(Api.fresh("none"), a, b, "100", b, c, "11"));
        assertThat(done.text("status")).isEqualTo("rolled-back");
        assertThat(done.text("reason")).isEqualTo("insufficient-funds");
        assertThat(steps(api.transferAt(done)))
                .containsExactly(
                        "accepted", "debit", "debit:insufficient-funds", "refund", "rolled-back:insufficient-funds");
        assertBalance(a, 100);
        assertBalance(b, 10);
        assertBalance(c, 0);
        assertThat(api.entries(a, 4))
                .extracting(e -> e.get("kind").asText())
                .containsExactly("transfer-refund", "transfer-out", "deposit");
    }

    @Test
    void laterStepRefused_takesBackCreditsAndDebits() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String closed = api.account("closed", "EUR", 0);
        api.close(closed);
        var done = api.transfer(postings(Api.fresh("back"), a, b, "70", a, closed, "30"));
        assertThat(done.text("status")).isEqualTo("rolled-back");
        assertThat(done.text("reason")).isEqualTo("account-closed");
        assertThat(steps(api.transferAt(done)))
                .containsExactly(
                        "accepted",
                        "debit",
                        "debit",
                        "credit",
                        "credit:account-closed",
                        "recall",
                        "refund",
                        "refund",
                        "rolled-back:account-closed");
        assertBalance(a, 100);
        assertBalance(b, 0);
        assertThat(api.entries(b, 3))
                .extracting(e -> e.get("kind").asText())
                .containsExactly("transfer-recall", "transfer-in");
    }

    @Test
    void refusedAtOnce_isRejected_withTheReason() {
        String a = api.account("a", "EUR", 10);
        String b = api.account("b", "EUR", 0);
        String usd = api.account("usd", "USD", 10);
        assertEnd(single(Api.fresh("r"), a, b, 11, ""), "rejected", "insufficient-funds");
        assertEnd(single(Api.fresh("r"), "nobody", b, 1, ""), "rejected", "account-not-found");
        assertEnd(single(Api.fresh("r"), usd, b, 1, ""), "rejected", "currency-mismatch");
        assertEnd(single(Api.fresh("r"), a, "nobody", 1, ""), "rolled-back", "account-not-found");
        assertEnd(single(Api.fresh("r"), a, usd, 1, ""), "rolled-back", "currency-mismatch");
        assertBalance(a, 10);
        assertBalance(usd, 10);
    }

    @Test
    void credit_thatWouldOverflow_isRolledBack() {
        String a = api.account("a", "EUR", 10);
        String full = api.account("full", "EUR", Long.MAX_VALUE);
        assertEnd(single(Api.fresh("r"), a, full, 1, ""), "rolled-back", "amount-overflow");
        assertBalance(a, 10);
        // Out again, so that the totals of the currency stay readable.
        api.withdraw(full, Long.MAX_VALUE).expect(201);
    }

    private void assertEnd(String body, String status, String reason) {
        var done = api.transfer(body);
        assertThat(done.text("status")).as(done.toString()).isEqualTo(status);
        assertThat(done.text("reason")).as(done.toString()).isEqualTo(reason);
        assertThat(api.transferAt(done).text("reason")).isEqualTo(reason);
    }

    /**
     * The first target spends its credit before the last posting is refused. There are many credits between the
     * two, and the withdrawal is tried without a pause from the start, so that it always comes in time.
     */
    @Test
    void compensationRefused_parks_andRetryTakesItToItsEnd() {
        String a = api.account("a", "EUR", 1_000);
        String spender = api.account("spender", "EUR", 0);
        String filler = api.account("filler", "EUR", 0);
        String closed = api.account("closed", "EUR", 0);
        api.close(closed);
        var list = new java.util.ArrayList<String>(List.of(a, spender, "100"));
        for (int i = 0; i < 40; i++) {
            list.addAll(List.of(a, filler, "1"));
        }
        list.addAll(List.of(a, closed, "1"));
        String id = Api.fresh("parked");
        api.post("/v1/transfers", postings(id, list.toArray(String[]::new))).expect(202);
        while (api.withdraw(spender, 100).status() != 201) {
            assertThat(api.get("/v1/transfers/" + id, "Varve-Min-Revision", "1", "Prefer", "wait=15")
                            .text("status"))
                    .isEqualTo("accepted");
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var parked = api.get("/v1/transfers/" + id);
            assertThat(parked.text("status")).isEqualTo("parked");
            assertThat(parked.text("reason")).isEqualTo("insufficient-funds");
        });

        // A retry before the cause is gone parks again; one after it ends the transfer.
        assertThat(command(id, "retry", "{}", "Prefer", "wait=15").expect(200).text("status"))
                .isEqualTo("parked");
        api.deposit(spender, 100).expect(201);
        command(id, "retry", "{}").expect(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            var ended = api.get("/v1/transfers/" + id);
            assertThat(ended.text("status")).isEqualTo("rolled-back");
            assertThat(ended.text("reason")).isEqualTo("account-closed");
            assertThat(steps(ended)).contains("parked:insufficient-funds", "retried");
        });
        assertBalance(a, 1_000);
        assertBalance(spender, 0);
        assertBalance(filler, 0);
        command(id, "retry", "{}").expectProblem(409, "transfer-not-parked");
    }

    @Test
    void unknownTransfer_isNotFound_forEverything() {
        api.get("/v1/transfers/nothing").expectProblem(404, "transfer-not-found");
        api.get("/v1/transfers/nothing/events").expectProblem(404, "transfer-not-found");
        for (String verb : List.of("post", "void", "reverse", "retry")) {
            command("nothing", verb, "{}").expectProblem(404, "transfer-not-found");
        }
    }
}
