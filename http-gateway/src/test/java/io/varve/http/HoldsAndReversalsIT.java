package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Money that is set aside first, and money that is moved back. */
class HoldsAndReversalsIT extends TransferTests {
    @Test
    void hold_setsAside_andPostMovesAll() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = held(a, b, 80, "");
        var account = api.account(a, 3);
        assertThat(account.number("heldMinor")).isEqualTo(80);
        assertThat(account.number("balanceMinor")).isEqualTo(100);
        api.withdraw(a, 21).expectProblem(422, "insufficient-funds");

        var posted = command(id, "post", "", "Prefer", "wait=15").expect(200);
        assertThat(posted.text("status")).isEqualTo("completed");
        assertThat(steps(api.transferAt(posted)))
                .containsExactly("accepted", "hold", "held", "posted", "capture", "credit", "completed");
        assertBalance(a, 20);
        assertBalance(b, 80);
        command(id, "void", "{}").expectProblem(409, "transfer-not-held");
        command(id, "post", "{}").expectProblem(409, "transfer-not-held");
    }

    private String held(String from, String to, long amountMinor, String more) {
        String id = Api.fresh("hold");
        assertThat(api.transfer(single(id, from, to, amountMinor, ",\"hold\":true" + more))
                        .text("status"))
                .isEqualTo("held");
        return id;
    }

    @Test
    void post_inPart_releasesTheRest() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = held(a, b, 80, "");
        command(id, "post", "{\"amountMinor\":81}").expectProblem(422, "amount-above-hold");
        var posted =
                command(id, "post", "{\"amountMinor\":30}", "Prefer", "wait=15").expect(200);
        assertThat(posted.text("status")).isEqualTo("completed");
        assertThat(api.transferAt(posted).json().at("/postings/0/amountMinor").asLong())
                .isEqualTo(30);
        assertBalance(a, 70);
        assertBalance(b, 30);
        assertThat(api.get("/v1/accounts/" + a).number("heldMinor")).isZero();
    }

    @Test
    void post_inPart_isRefusedForSeveralPostings() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("holds");
        String body = postings(id, a, b, "10", a, b, "20").replace("{\"transferId", "{\"hold\":true,\"transferId");
        assertThat(api.transfer(body).text("status")).isEqualTo("held");
        command(id, "post", "{\"amountMinor\":5}").expectProblem(422, "part-of-several-postings");
        assertThat(command(id, "post", "{}", "Prefer", "wait=15").expect(200).text("status"))
                .isEqualTo("completed");
        assertBalance(b, 30);
    }

    @Test
    void hold_isRejected_whenNotCovered_andReleasesWhatItHad() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String body = postings(Api.fresh("holds"), a, b, "60", a, b, "41")
                .replace("{\"transferId", "{\"hold\":true,\"transferId");
        var done = api.transfer(body);
        assertThat(done.text("status")).isEqualTo("rolled-back");
        assertThat(steps(api.transferAt(done)))
                .containsExactly(
                        "accepted", "hold", "hold:insufficient-funds", "release", "rolled-back:insufficient-funds");
        assertThat(api.account(a, 5).number("availableMinor")).isEqualTo(100);
    }

    @Test
    void void_releasesTheHold() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = held(a, b, 80, "");
        var voided = command(id, "void", "{}", "Prefer", "wait=15").expect(200);
        assertThat(voided.text("status")).isEqualTo("voided");
        assertThat(api.account(a, 4).number("availableMinor")).isEqualTo(100);
        assertThat(api.transferAt(voided).text("status")).isEqualTo("voided");
        command(id, "post", "{}").expectProblem(409, "transfer-not-held");
    }

    @Test
    void hold_expiresByItself() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = held(a, b, 80, ",\"expiresAt\":\"" + Instant.now().plusSeconds(1) + "\"");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> api.get("/v1/transfers/" + id).text("status").equals("expired"));
        assertThat(api.account(a, 4).number("availableMinor")).isEqualTo(100);
        command(id, "post", "{}").expectProblem(409, "transfer-not-held");
    }

    @Test
    void reverse_movesTheMoneyBack_linkedToTheOriginal() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("reversed");
        api.transfer(single(id, a, b, 60, ""));
        var reversal = command(id, "reverse", "{}", "Prefer", "wait=15").expect(202);
        assertThat(reversal.text("reverses")).isEqualTo(id);
        assertThat(reversal.text("status")).isEqualTo("completed");
        assertThat(reversal.header("Location")).contains("/v1/transfers/" + reversal.text("transferId"));
        assertBalance(a, 100);
        assertBalance(b, 0);
        assertThat(api.transferAt(reversal).text("reverses")).isEqualTo(id);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var original = api.get("/v1/transfers/" + id);
            assertThat(original.text("status")).isEqualTo("reversed");
            assertThat(original.text("reversedBy")).isEqualTo(reversal.text("transferId"));
            assertThat(steps(original)).contains("reversal-requested", "reversed");
        });
        command(id, "reverse", "{}").expectProblem(409, "transfer-not-completed");
    }

    @Test
    void reverse_thatIsRefused_leavesTheOriginalCompleted_andMayBeTriedAgain() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("spent");
        api.transfer(single(id, a, b, 60, ""));
        api.withdraw(b, 1).expect(201);
        var refused = command(id, "reverse", "{}", "Prefer", "wait=15").expect(202);
        assertThat(refused.text("status")).isEqualTo("rejected");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(steps(api.get("/v1/transfers/" + id)))
                        .contains("reversal-refused:insufficient-funds"));
        assertThat(api.get("/v1/transfers/" + id).text("status")).isEqualTo("completed");
        api.deposit(b, 1).expect(201);
        assertThat(command(id, "reverse", "{}", "Prefer", "wait=15").expect(202).text("status"))
                .isEqualTo("completed");
        assertBalance(a, 100);
    }
}
