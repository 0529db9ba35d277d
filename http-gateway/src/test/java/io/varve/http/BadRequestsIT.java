package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Paths, parameters, headers, media types and sizes that are not taken. */
class BadRequestsIT extends BadInput {
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
    void preferences_thatWeDoNotHave_areIgnored_asRfc7240Wants() {
        for (String value : List.of("wait", "wait=x", "wait=-1", "return=minimal", "wait=99999999999999999999")) {
            var answer = api.any("GET", "/v1/accounts/" + account, new byte[0], "Prefer", value);
            assertThat(answer.status()).as(value).isEqualTo(200);
        }
    }

    @TestFactory
    Stream<DynamicTest> idsInPaths() {
        var tests = new ArrayList<DynamicTest>();
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
}
