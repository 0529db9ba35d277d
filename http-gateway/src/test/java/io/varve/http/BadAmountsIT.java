package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Amounts, postings and sums that there cannot be. */
class BadAmountsIT extends BadInput {
    @TestFactory
    Stream<DynamicTest> amounts() {
        var bad = List.of(
                "0",
                "-1",
                "-9223372036854775808",
                "9223372036854775808",
                "1e3",
                "1.0",
                "1.5",
                "\"1\"",
                "\"\"",
                "true",
                "null",
                "[]",
                "[1]",
                "{}",
                "9".repeat(500));
        var tests = new ArrayList<DynamicTest>();
        for (String verb : List.of("deposits", "withdrawals")) {
            for (String amount : bad) {
                String path = "/v1/accounts/" + account + "/" + verb;
                tests.add(body("invalid-field", "amountMinor", path, "{\"amountMinor\":" + amount + "}"));
            }
        }
        for (String amount : bad) {
            String single = "{'from':'a','to':'b','currency':'EUR','amountMinor':%s}";
            String posting = "{'currency':'EUR','postings':[{'from':'a','to':'b','amountMinor':1},"
                    + "{'from':'a','to':'b','amountMinor':%s}]}";
            tests.add(body("invalid-field", "amountMinor", "/v1/transfers", fill(single, amount)));
            tests.add(body("invalid-field", "postings[1].amountMinor", "/v1/transfers", fill(posting, amount)));
        }
        for (String amount : List.of("0", "-1", "1.5", "\"1\"", "9223372036854775808")) {
            tests.add(body(
                    "invalid-field",
                    "amountMinor",
                    "/v1/transfers/" + transfer + "/post",
                    fill("{'amountMinor':%s}", amount)));
        }
        for (String limit : List.of("-1", "1.5", "\"1\"", "9223372036854775808")) {
            String open = fill("{'owner':'o','currency':'EUR','overdraftLimitMinor':%s}", limit);
            tests.add(body("invalid-field", "overdraftLimitMinor", "/v1/accounts", open));
            tests.add(body(
                    "invalid-field",
                    "overdraftLimitMinor",
                    "PATCH /v1/accounts/" + account,
                    fill("{'overdraftLimitMinor':%s}", limit)));
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> transfers() {
        String p = "{'from':'a','to':'b','amountMinor':%d}";
        String max = fill(p, Long.MAX_VALUE);
        String tooMany = String.join(
                ",", IntStream.range(0, 101).mapToObj(i -> fill(p, 1)).toList());
        return Stream.of(
                body(
                        "invalid-field",
                        "to",
                        "/v1/transfers",
                        fill("{'from':'a','to':'a','amountMinor':1,'currency':'EUR'}")),
                body("invalid-field", "to", "/v1/transfers", fill("{'from':'a','amountMinor':1,'currency':'EUR'}")),
                body("invalid-field", "from", "/v1/transfers", fill("{'currency':'EUR'}")),
                body("invalid-field", "currency", "/v1/transfers", fill("{'from':'a','to':'b','amountMinor':1}")),
                body("invalid-field", "postings", "/v1/transfers", fill("{'currency':'EUR','postings':[]}")),
                body("invalid-field", "postings", "/v1/transfers", fill("{'currency':'EUR','postings':{}}")),
                body("invalid-field", "postings[0]", "/v1/transfers", fill("{'currency':'EUR','postings':[null]}")),
                body(
                        "invalid-field",
                        "postings[0].to",
                        "/v1/transfers",
                        fill("{'currency':'EUR','postings':[{'from':'a','to':'a','amountMinor':1}]}")),
                body(
                        "invalid-field",
                        "postings",
                        "/v1/transfers",
                        "{\"currency\":\"EUR\",\"postings\":[" + tooMany + "]}"),
                body(
                        "invalid-field",
                        "from",
                        "/v1/transfers",
                        "{\"currency\":\"EUR\",\"from\":\"a\",\"postings\":[" + fill(p, 1) + "]}"),
                body(
                        "invalid-field",
                        "amountMinor",
                        "/v1/transfers",
                        "{\"currency\":\"EUR\",\"amountMinor\":1,\"postings\":[" + fill(p, 1) + "]}"),
                body(
                        "invalid-field",
                        "expiresAt",
                        "/v1/transfers",
                        fill(
                                "{'from':'a','to':'b','amountMinor':1,'currency':'EUR','expiresAt':'2099-01-01T00:00:00Z'}")),
                body(
                        "invalid-field",
                        "hold",
                        "/v1/transfers",
                        fill("{'from':'a','to':'b','amountMinor':1,'currency':'EUR','hold':'yes'}")),
                refused(
                        "sum of postings beyond 64 bits",
                        422,
                        "amount-overflow",
                        "postings",
                        "POST",
                        "/v1/transfers",
                        ("{\"currency\":\"EUR\",\"postings\":[" + max + "," + fill(p, 1) + "]}")
                                .getBytes(StandardCharsets.UTF_8),
                        "Content-Type",
                        "application/json"));
    }

    @Test
    void balance_thatWouldOverflow_isRefused() {
        String id = api.account("full", "EUR", Long.MAX_VALUE);
        var answer = api.deposit(id, 1).expectProblem(422, "amount-overflow");
        assertThat(answer.text("field")).isEqualTo("amountMinor");
        var limit = api.good("PATCH", "/v1/accounts/" + id, "{\"overdraftLimitMinor\":1}");
        limit.expectProblem(422, "amount-overflow");
        api.withdraw(id, Long.MAX_VALUE).expect(201);
        // What ever came in is a total of its own, and may not overflow either.
        api.deposit(id, 1).expectProblem(422, "amount-overflow");
    }
}
