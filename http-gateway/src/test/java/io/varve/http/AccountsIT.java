package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an account does and what it shows. */
class AccountsIT {
    private final Api api = TestNode.shared();

    @Test
    void open_isShown_withAllItsTerms() {
        String id = Api.fresh("terms");
        var opened = api.post("/v1/accounts", """
                {"accountId":"%s","owner":"Žofie 😀","currency":"CZK","overdraftLimitMinor":500,
                 "metadata":{"branch":"Prague 1"}}""".formatted(id)).expect(201);
        assertThat(opened.header("Location")).contains("/v1/accounts/" + id);
        assertThat(opened.header("ETag")).contains("\"1\"");
        assertThat(opened.number("availableMinor")).isEqualTo(500);

        var account = api.account(id, 1);
        assertThat(account.text("owner")).isEqualTo("Žofie 😀");
        assertThat(account.text("currency")).isEqualTo("CZK");
        assertThat(account.text("status")).isEqualTo("open");
        assertThat(account.number("overdraftLimitMinor")).isEqualTo(500);
        assertThat(account.json().at("/metadata/branch").asText()).isEqualTo("Prague 1");
        assertThat(account.header("ETag")).contains("\"1\"");
    }

    @Test
    void open_makesAnId_whenNoneIsGiven() {
        var opened = api.post("/v1/accounts", "{\"owner\":\"Anon\",\"currency\":\"EUR\"}")
                .expect(201);
        assertThat(opened.header("Location")).contains("/v1/accounts/" + opened.text("accountId"));
        assertThat(api.account(opened.text("accountId"), 1).number("balanceMinor"))
                .isZero();
    }

    @Test
    void depositsAndWithdrawals_makeTheBalanceAndTheStatement() {
        String id = api.account("cash", "EUR", 0);
        assertThat(api.deposit(id, 10_000).expect(201).number("balanceMinor")).isEqualTo(10_000);
        var withdrawn = api.post("/v1/accounts/" + id + "/withdrawals", """
                {"amountMinor":2500,"effectiveAt":"1993-01-05T00:00:00Z","description":"Rent"}""").expect(201);
        assertThat(withdrawn.number("availableMinor")).isEqualTo(7_500);
        assertThat(withdrawn.number("revision")).isEqualTo(3);

        assertThat(api.account(id, 3).number("balanceMinor")).isEqualTo(7_500);
        var entries = api.entries(id, 3);
        assertThat(entries).extracting(e -> e.get("kind").asText()).containsExactly("withdrawal", "deposit");
        assertThat(entries).extracting(e -> e.get("amountMinor").asLong()).containsExactly(-2_500L, 10_000L);
        assertThat(entries).extracting(e -> e.get("balanceAfterMinor").asLong()).containsExactly(7_500L, 10_000L);
        assertThat(entries.get(0).get("effectiveAt").asText()).isEqualTo("1993-01-05T00:00:00Z");
        assertThat(entries.get(0).get("description").asText()).isEqualTo("Rent");
    }

    @Test
    void withdraw_isRefused_beyondTheOverdraftLimit() {
        String id = Api.fresh("overdraft");
        api.open(id, "EUR", 100);
        assertThat(api.withdraw(id, 100).expect(201).number("balanceMinor")).isEqualTo(-100);
        api.withdraw(id, 1).expectProblem(422, "insufficient-funds");
        assertThat(api.account(id, 3).number("balanceMinor")).isEqualTo(-100);
    }

    @Test
    void change_setsOnlyWhatIsSent() {
        String id = api.account("change", "EUR", 0);
        patch(id, "{\"metadata\":{\"a\":\"1\"}}").expect(200);
        var changed = patch(id, "{\"overdraftLimitMinor\":700}").expect(200);
        assertThat(changed.number("availableMinor")).isEqualTo(700);
        var account = api.account(id, changed.number("revision"));
        assertThat(account.json().at("/metadata/a").asText()).isEqualTo("1");
        assertThat(account.number("overdraftLimitMinor")).isEqualTo(700);
        api.withdraw(id, 600).expect(201);
        patch(id, "{\"overdraftLimitMinor\":599}").expectProblem(422, "overdraft-limit-too-low");
    }

    private Answer patch(String id, String body) {
        return api.good("PATCH", "/v1/accounts/" + id, body);
    }

    @Test
    void close_needsAnEmptyAccount_andIsFinal() {
        String id = api.account("close", "EUR", 5);
        api.post("/v1/accounts/" + id + "/close", "{}").expectProblem(409, "account-not-empty");
        api.withdraw(id, 5).expect(201);
        long revision = api.close(id).number("revision");
        assertThat(api.account(id, revision).text("status")).isEqualTo("closed");
        api.deposit(id, 1).expectProblem(409, "account-closed");
        api.withdraw(id, 1).expectProblem(409, "account-closed");
        patch(id, "{\"overdraftLimitMinor\":1}").expectProblem(409, "account-closed");
        api.post("/v1/accounts/" + id + "/close", "").expectProblem(409, "account-closed");
        assertThat(api.entries(id, revision)).hasSize(2);
    }

    @Test
    void ifMatch_letsOneOfTwoWritersThrough() {
        String id = api.account("guard", "EUR", 10);
        api.deposit(id, 1, "If-Match", "\"2\"").expect(201);
        var refused = api.withdraw(id, 1, "If-Match", "\"2\"").expectProblem(412, "precondition-failed");
        assertThat(refused.text("field")).isEqualTo("If-Match");
        assertThat(api.account(id, 3).number("balanceMinor")).isEqualTo(11);
    }

    @Test
    void unknownAccount_isNotFound_forEverything() {
        api.get("/v1/accounts/nobody").expectProblem(404, "account-not-found");
        api.get("/v1/accounts/nobody/entries").expectProblem(404, "account-not-found");
        api.get("/v1/accounts/nobody/transfers").expectProblem(404, "account-not-found");
        api.deposit("nobody", 1).expectProblem(404, "account-not-found");
        api.withdraw("nobody", 1).expectProblem(404, "account-not-found");
        api.post("/v1/accounts/nobody/close", "{}").expectProblem(404, "account-not-found");
        patch("nobody", "{\"overdraftLimitMinor\":1}").expectProblem(404, "account-not-found");
    }

    @Test
    void accountsOfAnOwner_areListed() {
        String owner = Api.fresh("Owner with / and ? and ü");
        String body = "{\"accountId\":\"%s\",\"owner\":\"%s\",\"currency\":\"EUR\"}";
        String first = Api.fresh("own");
        String second = Api.fresh("own");
        api.post("/v1/accounts", body.formatted(first, owner)).expect(201);
        api.post("/v1/accounts", body.formatted(second, owner)).expect(201);
        api.account(first, 1);
        api.account(second, 1);
        String query = java.net.URLEncoder.encode(owner, java.nio.charset.StandardCharsets.UTF_8);
        var page = api.get("/v1/accounts?owner=" + query).expect(200);
        assertThat(Api.list(page.json().get("items")))
                .extracting(a -> a.get("accountId").asText())
                .containsExactlyInAnyOrder(first, second);
        assertThat(api.get("/v1/accounts?owner=nobody").expect(200).json().get("items"))
                .isEmpty();
    }
}
