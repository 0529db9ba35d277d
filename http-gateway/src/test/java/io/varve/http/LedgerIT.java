package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Deposited − withdrawn = the sum of the balances, and nothing in flight, whenever the ledger rests. */
class LedgerIT {
    /** Nobody else uses it, so what the others do does not show in its totals. */
    private static final String CURRENCY = "ISK";

    private final Api api = TestNode.shared();

    private JsonNode totals() {
        for (var item : api.get("/v1/ledger/totals").expect(200).json().get("currencies")) {
            if (item.get("currency").asText().equals(CURRENCY)) {
                return item;
            }
        }
        return Answer.JSON.createObjectNode();
    }

    @Test
    void totals_hold_afterAnyMixture() {
        var random = new Random(42);
        var ids = new String[8];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Api.fresh("ledger");
            api.open(ids[i], CURRENCY, 50);
        }
        long deposited = 0;
        long withdrawn = 0;
        for (int i = 0; i < 150; i++) {
            String id = ids[random.nextInt(ids.length)];
            String other = ids[random.nextInt(ids.length)];
            long amount = 1 + random.nextInt(200);
            switch (random.nextInt(3)) {
                case 0 -> {
                    api.deposit(id, amount).expect(201);
                    deposited += amount;
                }
                case 1 -> withdrawn += api.withdraw(id, amount).status() == 201 ? amount : 0;
                default -> {
                    // Every fifth is refused at its target, which does not exist.
                    String to = i % 5 == 0 ? "nobody" : other;
                    if (!to.equals(id)) {
                        api.post(
                                        "/v1/transfers",
                                        "{\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":%d,\"currency\":\"%s\"}"
                                                .formatted(id, to, amount, CURRENCY))
                                .expect(202);
                    }
                }
            }
        }
        long expectedDeposited = deposited;
        long expectedWithdrawn = withdrawn;
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var totals = totals();
            assertThat(totals.path("accounts").asLong()).isEqualTo(ids.length);
            assertThat(totals.path("depositedMinor").asLong()).isEqualTo(expectedDeposited);
            assertThat(totals.path("withdrawnMinor").asLong()).isEqualTo(expectedWithdrawn);
            assertThat(totals.path("balanceMinor").asLong()).isEqualTo(expectedDeposited - expectedWithdrawn);
            assertThat(totals.path("inFlightMinor").asLong()).isZero();
        });
        long balances = 0;
        for (String id : ids) {
            balances += api.get("/v1/accounts/" + id).number("balanceMinor");
        }
        assertThat(balances).isEqualTo(expectedDeposited - expectedWithdrawn);
    }
}
