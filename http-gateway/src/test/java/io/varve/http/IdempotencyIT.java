package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Doing it twice answers the same and has one effect. */
class IdempotencyIT {
    private final Api api = TestNode.shared();

    private static void assertSame(Answer first, Answer repeat) {
        assertThat(first.replayed()).as(first.toString()).isFalse();
        assertThat(repeat.replayed()).as(repeat.toString()).isTrue();
        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(repeat.json()).isEqualTo(first.json());
        assertThat(repeat.header("Location")).isEqualTo(first.header("Location"));
        assertThat(repeat.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void deposit_repeated_hasOneEffect() {
        String id = api.account("twice", "EUR", 0);
        var first = api.deposit(id, 100, "Idempotency-Key", "k-1").expect(201);
        api.deposit(id, 7).expect(201);
        assertSame(first, api.deposit(id, 100, "Idempotency-Key", "k-1"));
        assertThat(api.account(id, 3).number("balanceMinor")).isEqualTo(107);
        assertThat(api.entries(id, 3)).hasSize(2);
    }

    @Test
    void refusal_repeated_staysOne_evenWhenItCouldBeDoneByNow() {
        String id = api.account("refused", "EUR", 0);
        api.withdraw(id, 100, "Idempotency-Key", "w-1").expectProblem(422, "insufficient-funds");
        api.deposit(id, 500).expect(201);
        api.withdraw(id, 100, "Idempotency-Key", "w-1").expectProblem(422, "insufficient-funds");
        api.withdraw(id, 100, "Idempotency-Key", "w-2").expect(201);
    }

    @Test
    void key_withOtherContent_isRefused() {
        String id = api.account("reused", "EUR", 0);
        api.deposit(id, 100, "Idempotency-Key", "k").expect(201);
        api.deposit(id, 101, "Idempotency-Key", "k").expectProblem(422, "idempotency-key-reused");
        api.withdraw(id, 100, "Idempotency-Key", "k").expectProblem(422, "idempotency-key-reused");
        assertThat(api.account(id, 2).number("balanceMinor")).isEqualTo(100);
    }

    @Test
    void key_belongsToItsAccount() {
        String a = api.account("a", "EUR", 0);
        String b = api.account("b", "EUR", 0);
        api.deposit(a, 1, "Idempotency-Key", "same").expect(201);
        assertThat(api.deposit(b, 2, "Idempotency-Key", "same").expect(201).replayed())
                .isFalse();
    }

    @Test
    void closing_repeated_answersAsTheFirstTime() {
        String id = api.account("close", "EUR", 0);
        String path = "/v1/accounts/" + id + "/close";
        var first = api.post(path, "{}", "Idempotency-Key", "c").expect(200);
        assertSame(first, api.post(path, "{}", "Idempotency-Key", "c"));
    }

    @Test
    void opening_repeated_answersAsTheFirstTime_andWithOtherContentIsRefused() {
        String body = "{\"accountId\":\"" + Api.fresh("open") + "\",\"owner\":\"%s\",\"currency\":\"EUR\"}";
        var first = api.post("/v1/accounts", body.formatted("One")).expect(201);
        assertSame(first, api.post("/v1/accounts", body.formatted("One")));
        api.post("/v1/accounts", body.formatted("Two")).expectProblem(409, "account-exists");
    }

    @Test
    void transfer_repeated_movesOnce_andWithOtherContentIsRefused() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("t");
        String body = "{\"transferId\":\"" + id + "\",\"from\":\"" + a + "\",\"to\":\"" + b
                + "\",\"amountMinor\":%d,\"currency\":\"EUR\"}";
        var first = api.post("/v1/transfers", body.formatted(30)).expect(202);
        assertSame(first, api.post("/v1/transfers", body.formatted(30)).expect(202));
        var refused = api.post("/v1/transfers", body.formatted(31)).expectProblem(409, "transfer-exists");
        assertThat(refused.text("field")).isEqualTo("transferId");
        var rest = api.transfer(body.formatted(30));
        assertThat(rest.text("status")).isEqualTo("completed");
        assertThat(rest.replayed()).isTrue();
        assertThat(api.account(a, 3).number("balanceMinor")).isEqualTo(70);
        assertThat(api.account(b, 2).number("balanceMinor")).isEqualTo(30);
    }

    @Test
    void verbsOfATransfer_repeated_haveOneEffect() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        String id = Api.fresh("held");
        api.transfer(
                "{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":30,\"currency\":\"EUR\",\"hold\":true}"
                        .formatted(id, a, b));
        String path = "/v1/transfers/" + id;
        api.post(path + "/post", "{}", "Idempotency-Key", "p", "Prefer", "wait=15")
                .expect(200);
        assertThat(api.post(path + "/post", "{}", "Idempotency-Key", "p")
                        .expect(202)
                        .replayed())
                .isTrue();
        api.post(path + "/post", "{\"amountMinor\":1}", "Idempotency-Key", "p")
                .expectProblem(422, "idempotency-key-reused");
        var reversal = api.post(path + "/reverse", "{}", "Idempotency-Key", "r", "Prefer", "wait=15")
                .expect(202);
        var again = api.post(path + "/reverse", "{}", "Idempotency-Key", "r").expect(202);
        assertThat(again.replayed()).isTrue();
        assertThat(again.text("transferId")).isEqualTo(reversal.text("transferId"));
        assertThat(api.account(a, 5).number("balanceMinor")).isEqualTo(100);
    }

    @Test
    void oneKey_fromManyClientsAtOnce_hasOneEffect() {
        String id = api.account("race", "EUR", 0);
        var threads = Executors.newFixedThreadPool(32);
        var answers = Stream.generate(() -> threads.submit(() -> api.deposit(id, 10, "Idempotency-Key", "k")))
                .limit(32)
                .toList()
                .stream()
                .map(answer -> get(answer).expect(201))
                .toList();
        threads.shutdown();
        assertThat(answers).extracting(a -> a.number("revision")).containsOnly(2L);
        assertThat(answers).filteredOn(a -> !a.replayed()).hasSize(1);
        assertThat(api.account(id, 2).number("balanceMinor")).isEqualTo(10);
    }

    private static Answer get(Future<Answer> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keyWithPercentAndSlash_isJustAKey() {
        String id = api.account("odd", "EUR", 0);
        String key = "%/\\\"'<>&?#|";
        var first = api.deposit(id, 10, "Idempotency-Key", key).expect(201);
        assertSame(first, api.deposit(id, 10, "Idempotency-Key", key));
    }
}
