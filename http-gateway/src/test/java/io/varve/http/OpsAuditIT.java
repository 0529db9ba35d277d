package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.EmbeddedCassandra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What an operator gets told by an audit, line by line. */
@Timeout(120)
class OpsAuditIT {
    private static final CqlSession SESSION = EmbeddedCassandra.session(TestNode.KEYSPACE);
    private final Api api = TestNode.shared();

    @AfterAll
    static void close() {
        SESSION.close();
    }

    /** The lines but for those of progress. */
    private List<JsonNode> audit(String body) {
        var answer = api.post("/v1/ops/audit", body.replace('\'', '"')).expect(200);
        assertThat(answer.header("Content-Type").orElse("")).isEqualTo("application/x-ndjson");
        var lines = Arrays.stream(new String(answer.body(), StandardCharsets.UTF_8).split("\n"))
                .map(OpsAuditIT::json)
                .toList();
        assertThat(lines.get(0).toString()).isEqualTo("{\"type\":\"progress\",\"entities\":0,\"gaps\":0}");
        return lines.stream()
                .filter(line -> !line.get("type").asText().equals("progress"))
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Answer.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** An account of revision 4 whose second deposit is on the statement no more. */
    private String damaged() {
        String id = api.account("damaged", "EUR", 100);
        api.deposit(id, 20).expect(201);
        api.deposit(id, 3).expect(201);
        assertThat(api.entries(id, 4)).hasSize(3);
        SESSION.execute("DELETE FROM entry WHERE account_id = '" + id + "' AND bucket = 0 AND revision = 3");
        assertThat(api.entries(id, 4)).hasSize(2);
        return id;
    }

    private static String of(String id, String more) {
        return "{'kind':'account','entityId':'" + id + "'" + more + "}";
    }

    @Test
    void gap_isNamed_andHealed() {
        String id = damaged();

        var lines = audit(of(id, ""));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0).toString()).isEqualTo("""
                        {"type":"gap","kind":"account","entityId":"%s","view":"entry","journalRevision":4,\
                        "viewRevision":2,"missing":[3],"missingCount":1,"healed":true}""".formatted(id));
        assertThat(lines.get(1).toString())
                .startsWith("{\"type\":\"summary\",\"entities\":1,\"gaps\":1,\"healed\":1,\"unchecked\":0,"
                        + "\"complete\":true,\"seconds\":");
        assertThat(api.entries(id, 4))
                .extracting(entry -> entry.get("amountMinor").asInt())
                .containsExactly(3, 20, 100);
        assertThat(audit(of(id, ",'deep':true"))).hasSize(1);
    }

    @Test
    void withoutHealing_nothingIsChanged() {
        String id = damaged();

        var lines = audit(of(id, ",'heal':false"));

        assertThat(lines.get(0).get("healed").asBoolean()).isFalse();
        assertThat(lines.get(1).get("healed").asInt()).isZero();
        assertThat(api.entries(id, 4)).hasSize(2);
        audit(of(id, ""));
    }

    @Test
    void everything_isGoneThrough_onAMereRequest() {
        String id = damaged();

        var lines = audit("");

        var summary = lines.get(lines.size() - 1);
        assertThat(summary.get("type").asText()).isEqualTo("summary");
        assertThat(summary.get("complete").asBoolean()).isTrue();
        assertThat(summary.get("unchecked").asInt()).isZero();
        assertThat(lines)
                .anyMatch(line -> line.path("entityId").asText().equals(id)
                        && line.path("healed").asBoolean());
    }

    @Test
    void idOfNoEntity_isNotCounted() {
        var lines = audit("{'entityId':'nobody-at-all'}");
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).get("entities").asInt()).isZero();
    }

    @Test
    void secondAudit_isRefused_untilTheFirstHasEnded() {
        String id = damaged();
        var begun = api.stream(request(id));
        assertThat(begun.statusCode()).isEqualTo(200);

        api.post("/v1/ops/audit", "{}").expectProblem(409, "audit-underway");

        // It waits for the gap to close by itself, and for its client to go on reading.
        close(begun.body());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        api.post("/v1/ops/audit", "{\"entityId\":\"nobody\"}").status() == 200);
        audit(of(id, ""));
    }

    private HttpRequest request(String id) {
        return api.to("/v1/ops/audit")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(of(id, "").replace('\'', '"')))
                .build();
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> badRequests_areRefused_byField() {
        return Stream.of(
                bad("{'kind':'car'}", "invalid-field", "kind"),
                bad("{'kind':''}", "invalid-field", "kind"),
                bad("{'kind':1}", "invalid-field", "kind"),
                bad("{'kind':'account','entityId':'a|b'}", "invalid-field", "entityId"),
                bad("{'entityId':''}", "invalid-field", "entityId"),
                bad("{'entityId':['a']}", "invalid-field", "entityId"),
                bad("{'deep':'yes'}", "invalid-field", "deep"),
                bad("{'heal':0}", "invalid-field", "heal"),
                bad("{'dryRun':true}", "unknown-field", "dryRun"),
                bad("[]", "malformed-json", null),
                bad("null", "malformed-json", null),
                bad("{'deep':", "malformed-json", null),
                DynamicTest.dynamicTest(
                        "a parameter",
                        () -> assertThat(api.any("POST", "/v1/ops/audit?deep=true", new byte[0])
                                        .expectProblem(400, "unknown-field")
                                        .text("field"))
                                .isEqualTo("deep")),
                DynamicTest.dynamicTest(
                        "a form",
                        () -> api.any(
                                        "POST",
                                        "/v1/ops/audit",
                                        "deep=true".getBytes(StandardCharsets.UTF_8),
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .expectProblem(415, "unsupported-media-type")),
                DynamicTest.dynamicTest(
                        "another answer",
                        () -> api.any("POST", "/v1/ops/audit", new byte[0], "Accept", "application/json")
                                .expectProblem(406, "not-acceptable")));
    }

    private DynamicTest bad(String body, String type, String field) {
        return DynamicTest.dynamicTest(body, () -> {
            byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            var answer = api.any("POST", "/v1/ops/audit", bytes, "Content-Type", "application/json");
            assertThat(answer.expectProblem(400, type).text("field")).isEqualTo(field);
        });
    }
}
