package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is wrong with a request, the answer is a problem of the 4xx that names the field; never a 5xx. */
class BadInputIT {
    private static Api api;
    private static String account;
    private static String transfer;

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
    private static DynamicTest refused(
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

    private static DynamicTest body(String type, String field, String path, String body) {
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

    private static String fill(String json, Object... values) {
        return json.replace('\'', '"').formatted(values);
    }

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
        for (String id : List.of(
                "%20",
                "-a",
                "%2e%2e",
                "..%2f..%2fetc",
                "a%2fb",
                "%00",
                "a%00",
                "%C3%A4",
                "%F0%9F%98%80",
                "a".repeat(97),
                "%FF",
                "a;b",
                "*")) {
            tests.add(path("accountId", "GET", "/v1/accounts/" + id));
            tests.add(path("accountId", "GET", "/v1/accounts/" + id + "/entries"));
            tests.add(path("accountId", "POST", "/v1/accounts/" + id + "/close"));
            tests.add(path("transferId", "GET", "/v1/transfers/" + id));
            tests.add(path("transferId", "GET", "/v1/transfers/" + id + "/events"));
            tests.add(path("transferId", "POST", "/v1/transfers/" + id + "/void"));
        }
        return tests.stream();
    }

    /** Some paths are none of ours once decoded; what is asked for is a problem of the 4xx in any case. */
    private static DynamicTest path(String field, String method, String path) {
        return DynamicTest.dynamicTest(method + " " + path, () -> {
            var answer = api.uncontracted(method, path);
            assertThat(answer.status()).as(answer.toString()).isIn(400, 404);
            assertThat(answer.header("Content-Type").orElse(""))
                    .as(answer.toString())
                    .startsWith("application/problem+json");
            if (answer.text("type").endsWith("invalid-field")) {
                assertThat(answer.text("field")).isEqualTo(field);
            }
        });
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

    @TestFactory
    Stream<DynamicTest> headersAndParameters() {
        var tests = new ArrayList<DynamicTest>();
        byte[] one = "{\"amountMinor\":1}".getBytes(StandardCharsets.UTF_8);
        String deposits = "/v1/accounts/" + account + "/deposits";
        for (String value :
                List.of("2", "\"x\"", "W/\"2\"", "*", "\"-1\"", "\"99999999999999999999\"", "\"1\", \"2\"")) {
            tests.add(header(deposits, one, "If-Match", value));
        }
        for (String value : List.of("a b", "k".repeat(129))) {
            tests.add(header(deposits, one, "Idempotency-Key", value));
        }
        for (String value : List.of("a b", "-x", "u".repeat(65), "a/b")) {
            tests.add(header(deposits, one, "Varve-User", value));
        }
        for (String value : List.of("x", "-1", "1.5", "9223372036854775808")) {
            tests.add(get("Varve-Min-Revision", "/v1/accounts/" + account, "Varve-Min-Revision", value));
            tests.add(get("Varve-Min-Revision", "/v1/transfers/" + transfer, "Varve-Min-Revision", value));
            tests.add(get("Last-Event-ID", "/v1/transfers/" + transfer + "/events", "Last-Event-ID", value));
        }
        String entries = "/v1/accounts/" + account + "/entries";
        for (String path : List.of(entries, "/v1/accounts/" + account + "/transfers", "/v1/accounts?owner=o")) {
            String and = path + (path.contains("?") ? "&" : "?");
            for (String limit : List.of("0", "-1", "501", "x", "1.5", "", "99999999999")) {
                tests.add(get("limit", and + "limit=" + limit));
            }
            for (String cursor : List.of("x", "%00", "AAAA", "..", "%F0%9F%98%80", "c".repeat(2_000), "MQ==", "eyJ9")) {
                tests.add(get("cursor", and + "cursor=" + cursor));
            }
            tests.add(unknown("size", and + "size=1"));
        }
        for (String instant : List.of("x", "2020-01-01", "2020-13-01T00:00:00Z", "", "0000-01-01T00:00:00Z")) {
            tests.add(get("from", entries + "?from=" + instant));
            tests.add(get("to", entries + "?to=" + instant));
        }
        tests.add(get("owner", "/v1/accounts"));
        tests.add(get("owner", "/v1/accounts?owner="));
        tests.add(get("owner", "/v1/accounts?owner=" + "o".repeat(129)));
        tests.add(get("owner", "/v1/accounts?owner=%00"));
        tests.add(unknown("x", "/v1/accounts/" + account + "?x=1"));
        tests.add(unknown("x", "/v1/transfers/" + transfer + "?x=1"));
        tests.add(unknown("x", "/v1/transfers/" + transfer + "/events?x=1"));
        tests.add(unknown("x", "/v1/ledger/totals?x=1"));
        tests.add(refused(
                "parameter of a command",
                400,
                "unknown-field",
                "x",
                "POST",
                deposits + "?x=1",
                one,
                "Content-Type",
                "application/json"));
        return tests.stream();
    }

    private static DynamicTest header(String path, byte[] body, String name, String value) {
        return refused(
                name + ": " + value,
                400,
                "invalid-field",
                name,
                "POST",
                path,
                body,
                "Content-Type",
                "application/json",
                name,
                value);
    }

    private static DynamicTest get(String field, String path, String... headers) {
        String what = path + " " + String.join(":", headers);
        return refused(what, 400, "invalid-field", field, "GET", path, new byte[0], headers);
    }

    private static DynamicTest unknown(String field, String path) {
        return refused(path, 400, "unknown-field", field, "GET", path, new byte[0]);
    }

    @TestFactory
    Stream<DynamicTest> mediaTypesAndSizes() {
        byte[] one = "{\"amountMinor\":1}".getBytes(StandardCharsets.UTF_8);
        byte[] large = ("{\"amountMinor\":1,\"description\":\"" + "x".repeat(64 * 1024) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String deposits = "/v1/accounts/" + account + "/deposits";
        var tests = new ArrayList<DynamicTest>();
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "application/x-ndjson")) {
            tests.add(refused(
                    "Content-Type " + type,
                    415,
                    "unsupported-media-type",
                    "Content-Type",
                    "POST",
                    deposits,
                    one,
                    "Content-Type",
                    type));
        }
        tests.add(refused("no Content-Type", 415, "unsupported-media-type", "Content-Type", "POST", deposits, one));
        tests.add(refused(
                "bulk of JSON",
                415,
                "unsupported-media-type",
                "Content-Type",
                "POST",
                "/v1/bulk",
                one,
                "Content-Type",
                "application/json"));
        tests.add(refused(
                "over 64 KiB",
                413,
                "payload-too-large",
                null,
                "POST",
                deposits,
                large,
                "Content-Type",
                "application/json"));
        tests.add(refused(
                "Accept on a command",
                406,
                "not-acceptable",
                "Accept",
                "POST",
                deposits,
                one,
                "Content-Type",
                "application/json",
                "Accept",
                "text/html"));
        for (String path : List.of("/v1/accounts/" + account, "/v1/transfers/" + transfer, "/v1/ledger/totals")) {
            tests.add(refused(
                    "Accept " + path,
                    406,
                    "not-acceptable",
                    "Accept",
                    "GET",
                    path,
                    new byte[0],
                    "Accept",
                    "application/xml"));
        }
        tests.add(refused(
                "Accept of events",
                406,
                "not-acceptable",
                "Accept",
                "GET",
                "/v1/transfers/" + transfer + "/events",
                new byte[0],
                "Accept",
                "application/json"));
        return tests.stream();
    }

    @Test
    void invalidUtf8_isRefused() {
        byte[] body = "{\"amountMinor\":1,\"description\":\"?\"}".getBytes(StandardCharsets.ISO_8859_1);
        body[body.length - 3] = (byte) 0xFF;
        var answer = api.any("POST", "/v1/accounts/" + account + "/deposits", body, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    }

    @Test
    void preferences_thatWeDoNotHave_areIgnored_asRfc7240Wants() {
        for (String value : List.of("wait", "wait=x", "wait=-1", "return=minimal", "wait=99999999999999999999")) {
            var answer = api.any("GET", "/v1/accounts/" + account, new byte[0], "Prefer", value);
            assertThat(answer.status()).as(value).isEqualTo(200);
        }
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

    @AfterAll
    static void nothingOfAllThat_hadAnEffect() {
        var shown = api.account(account, 3);
        assertThat(shown.number("balanceMinor")).isEqualTo(1_000);
        assertThat(shown.text("status")).isEqualTo("open");
    }
}
