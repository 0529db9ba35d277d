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

/** Bodies that are not JSON, and fields that are not what they must be. */
class BadFieldsIT extends BadInput {
    @TestFactory
    Stream<DynamicTest> json_thatIsNone() {
        String path = "/v1/accounts/" + account + "/deposits";
        return Stream.of(
                        "{",
                        "}",
                        "[]",
                        "null",
                        "1",
                        "\"text\"",
                        "{'amountMinor':1} x",
                        "{'amountMinor':1}{'amountMinor':1}",
                        "{'amountMinor':1,}",
                        "{amountMinor:1}",
                        "{'amountMinor':01}",
                        "{'amountMinor':NaN}",
                        "{'amountMinor':1,'amountMinor':2}",
                        "{'description':'\u0001','amountMinor':1}",
                        "{'description':'\\x','amountMinor':1}",
                        "<xml/>",
                        "[".repeat(20_000))
                .map(text -> DynamicTest.dynamicTest(text.substring(0, Math.min(40, text.length())), () -> {
                    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
                    var answer = api.any("POST", path, bytes, "Content-Type", "application/json");
                    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
                    assertThat(answer.text("type"))
                            .as(answer.toString())
                            .isIn("urn:varve:problem:malformed-json", "urn:varve:problem:invalid-field");
                }));
    }

    @Test
    void invalidUtf8_isRefused() {
        byte[] body = "{\"amountMinor\":1,\"description\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[body.length - 3] = (byte) 0xFF;
        var answer = api.any("POST", "/v1/accounts/" + account + "/deposits", body, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @TestFactory
    Stream<DynamicTest> fields() {
        String open = "{'owner':%s,'currency':%s}";
        String long129 = "\"" + "o".repeat(129) + "\"";
        String deposits = "/v1/accounts/" + account + "/deposits";
        String deposit = "{'amountMinor':1,'%s':%s}";
        return Stream.of(
                body("invalid-field", "owner", "/v1/accounts", fill("{'currency':'EUR'}")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"\"", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"  \"", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "7", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "true", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "[]", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, long129, "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"a\\u0000b\"", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"a\\nb\"", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"\\ud800\"", "\"EUR\"")),
                body("invalid-field", "owner", "/v1/accounts", fill(open, "\"\\udc00x\"", "\"EUR\"")),
                body("invalid-field", "currency", "/v1/accounts", fill("{'owner':'o'}")),
                body("invalid-field", "currency", "/v1/accounts", fill(open, "\"o\"", "\"XYZ\"")),
                body("invalid-field", "currency", "/v1/accounts", fill(open, "\"o\"", "\"eur\"")),
                body("invalid-field", "currency", "/v1/accounts", fill(open, "\"o\"", "\"\"")),
                body("invalid-field", "currency", "/v1/accounts", fill(open, "\"o\"", "978")),
                body("unknown-field", "amount", deposits, fill("{'amount':1}")),
                body("unknown-field", "AmountMinor", deposits, fill("{'AmountMinor':1}")),
                body("unknown-field", "surprise", "/v1/accounts", fill("{'owner':'o','currency':'EUR','surprise':1}")),
                body("unknown-field", "x", "/v1/accounts/" + account + "/close", fill("{'x':1}")),
                body("unknown-field", "x", "/v1/transfers/" + transfer + "/void", fill("{'x':1}")),
                body(
                        "unknown-field",
                        "postings[0].fee",
                        "/v1/transfers",
                        fill("{'currency':'EUR','postings':[{'from':'a','to':'b','amountMinor':1,'fee':1}]}")),
                body(
                        "invalid-field",
                        "description",
                        deposits,
                        fill(deposit, "description", "\"" + "x".repeat(501) + "\"")),
                body("invalid-field", "description", deposits, fill(deposit, "description", "\"\\ud83d\"")),
                body("invalid-field", "description", deposits, fill(deposit, "description", "\"a\\u0000\"")),
                body("invalid-field", "description", deposits, fill(deposit, "description", "5")),
                body("invalid-field", "effectiveAt", deposits, fill(deposit, "effectiveAt", "\"yesterday\"")),
                body(
                        "invalid-field",
                        "effectiveAt",
                        deposits,
                        fill(deposit, "effectiveAt", "\"2020-02-30T00:00:00Z\"")),
                body("invalid-field", "effectiveAt", deposits, fill(deposit, "effectiveAt", "\"2020-01-01\"")),
                body("invalid-field", "effectiveAt", deposits, fill(deposit, "effectiveAt", "\"2020-01-01T00:00:00\"")),
                body(
                        "invalid-field",
                        "effectiveAt",
                        deposits,
                        fill(deposit, "effectiveAt", "\"+99999-01-01T00:00:00Z\"")),
                body("invalid-field", "effectiveAt", deposits, fill(deposit, "effectiveAt", "1577836800")),
                body("invalid-field", "metadata", "/v1/accounts", fill("{'owner':'o','currency':'EUR','metadata':[]}")),
                body(
                        "invalid-field",
                        "metadata.a",
                        "/v1/accounts",
                        fill("{'owner':'o','currency':'EUR','metadata':{'a':1}}")),
                body(
                        "invalid-field",
                        "metadata.a",
                        "/v1/accounts",
                        fill("{'owner':'o','currency':'EUR','metadata':{'a':null}}")),
                body(
                        "invalid-field",
                        "metadata.a",
                        "/v1/accounts",
                        fill("{'owner':'o','currency':'EUR','metadata':{'a':'%s'}}", "x".repeat(501))),
                body(
                        "invalid-field",
                        "metadata",
                        "/v1/accounts",
                        fill("{'owner':'o','currency':'EUR','metadata':{'%s':'x'}}", "n".repeat(65))),
                body(
                        "invalid-field",
                        "metadata",
                        "/v1/accounts",
                        fill("{'owner':'o','currency':'EUR','metadata':{'':'x'}}")),
                body(
                        "invalid-field",
                        "metadata",
                        "/v1/accounts",
                        fill(
                                "{'owner':'o','currency':'EUR','metadata':{%s}}",
                                String.join(
                                        ",",
                                        IntStream.range(0, 33)
                                                .mapToObj(i -> "\"k" + i + "\":\"v\"")
                                                .toList()))));
    }

    @TestFactory
    Stream<DynamicTest> ids() {
        var bad = List.of(
                "",
                " ",
                "-a",
                ".a",
                "..",
                "../etc",
                "a/b",
                "a b",
                "ä",
                "😀",
                "a\\u0000",
                "a\\n",
                "\\ud800",
                "a".repeat(65),
                "a%00",
                "' OR 1=1");
        var tests = new ArrayList<DynamicTest>();
        for (String id : bad) {
            tests.add(body(
                    "invalid-field",
                    "accountId",
                    "/v1/accounts",
                    "{\"accountId\":\"" + id + "\",\"owner\":\"o\",\"currency\":\"EUR\"}"));
            tests.add(body(
                    "invalid-field",
                    "transferId",
                    "/v1/transfers",
                    "{\"transferId\":\"" + id
                            + "\",\"from\":\"a\",\"to\":\"b\",\"amountMinor\":1,\"currency\":\"EUR\"}"));
            tests.add(body(
                    "invalid-field",
                    "from",
                    "/v1/transfers",
                    "{\"from\":\"" + id + "\",\"to\":\"b\",\"amountMinor\":1,\"currency\":\"EUR\"}"));
        }
        return tests.stream();
    }
}
