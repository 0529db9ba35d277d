package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;

/** Whatever is wrong with a request, the answer is a problem of the 4xx that names the field; never a 5xx. */
abstract class BadInput {
    static Api api;
    static String account;
    static String transfer;

    @BeforeAll
    static void given() {
        api = TestNode.shared();
        account = api.account("victim", "EUR", 1_000);
        String other = api.account("other", "EUR", 0);
        transfer = Api.fresh("held");
        api.transfer("""
                {"transferId":"%s","from":"%s","to":"%s","amountMinor":1,"currency":"EUR","hold":true}""".formatted(transfer, account, other));
    }

    /** @param field null when no field is to blame */
    static DynamicTest refused(
            String what,
            int status,
            String type,
            String field,
            String method,
            String path,
            byte[] body,
            String... headers) {
        return DynamicTest.dynamicTest(what, () -> {
            var answer = api.any(method, path, body, headers).expectProblem(status, type);
            assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
            assertThat(answer.toString()).doesNotContain("Exception").doesNotContain("io.varve");
        });
    }

    static DynamicTest body(String type, String field, String path, String body) {
        String what = path + " " + (body.length() > 90 ? body.substring(0, 90) + ".." : body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String[] json = {"Content-Type", "application/json"};
        return refused(
                what,
                400,
                type,
                field,
                path.contains("PATCH") ? "PATCH" : "POST",
                path.replace("PATCH ", ""),
                bytes,
                json);
    }

    static String fill(String json, Object... values) {
        return json.replace('\'', '"').formatted(values);
    }

    @AfterAll
    static void nothingOfAllThat_hadAnEffect() {
        var shown = api.account(account, 3);
        assertThat(shown.number("balanceMinor")).isEqualTo(1_000);
        assertThat(shown.text("status")).isEqualTo("open");
    }
}
