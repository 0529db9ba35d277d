package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The routes are those of {@code openapi.yaml}: none is missing and none is there besides. */
class RoutesMatchContractIT {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final Map<String, PathItem> PATHS =
            new OpenAPIV3Parser().readContents(Contract.TEXT).getOpenAPI().getPaths();

    private final Api api = TestNode.shared();

    private static String concrete(String path) {
        return path.replace("/web/{file}", "/web/varve.css")
                .replace("/web/{area}/{file}", "/web/fleet/fleet.css")
                .replace("/webjars/{library}/{file}", "/webjars/leaflet/leaflet.css")
                .replaceAll("\\{[a-zA-Z]+}", "route-probe");
    }

    private static List<String> methodsOf(PathItem item) {
        return item.readOperationsMap().keySet().stream().map(Enum::name).toList();
    }

    @TestFactory
    Stream<DynamicTest> everyPath_takesItsMethods_andNoOther() {
        return PATHS.entrySet().stream()
                .map(path -> DynamicTest.dynamicTest(path.getKey(), () -> {
                    var offered = methodsOf(path.getValue());
                    for (String method : METHODS) {
                        // Probed without a body: served means that the request gets as far as being judged.
                        var answer = api.uncontracted(method, concrete(path.getKey()));
                        if (offered.contains(method)) {
                            assertThat(answer.status()).as(answer.toString()).isNotIn(405, 500, 501, 503);
                            assertThat(answer.status() == 404
                                            && answer.text("type").endsWith("problem:not-found"))
                                    .as(answer.toString())
                                    .isFalse();
                        } else {
                            assertThat(answer.status()).as(answer.toString()).isEqualTo(405);
                            assertThat(List.of(answer.header("Allow").orElse("").split(", ")))
                                    .as(answer.toString())
                                    .containsExactlyInAnyOrderElementsOf(offered);
                            if (!method.equals("HEAD")) {
                                answer.expectProblem(405, "method-not-allowed");
                            }
                        }
                    }
                }));
    }

    @Test
    void unknownPaths_areNotFound_withEveryMethod() {
        var unknown = List.of(
                "/v1",
                "/v1/",
                "/v2/accounts",
                "/v1/account",
                "/v1/accounts/a/b",
                "/v1/accounts/a/deposits/b",
                "/v1/transfers/a/unknown",
                "/v1/ledger",
                "/v1/ledger/totals/x",
                "/v1/bulk/x",
                "/v1/ops",
                "/v1/ops/audit/x",
                "/docs/x",
                "/favicon.ico",
                "/web",
                "/web/nothing.css",
                "/web/..%2fopenapi.yaml",
                "/web/fleet/nothing.js",
                "/web/nothing/fleet.css",
                "/web/fleet/..%2fvarve.css",
                "/webjars/swagger-ui/..%2f..%2fpom.xml",
                "/webjars/nothing/leaflet.css",
                "/fleet/x",
                "/money/x",
                "//",
                "/%00");
        for (String path : unknown) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                var answer = api.uncontracted(method, path);
                boolean file = path.startsWith("/web") && path.lastIndexOf('/') > 0 && !method.equals("GET");
                if (file) {
                    assertThat(answer.status()).as(answer.toString()).isIn(404, 405);
                } else {
                    answer.expectProblem(404, "not-found");
                }
            }
        }
    }

    @Test
    void contract_isServedAsItIs_andThePagesToo() {
        var yaml = api.get("/openapi.yaml").expect(200);
        assertThat(new String(yaml.body(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(Contract.TEXT);
        for (String page : List.of("/", "/money", "/fleet", "/fleet/vehicle", "/docs")) {
            assertThat(api.get(page).expect(200).header("Content-Type").orElse(""))
                    .as(page)
                    .startsWith("text/html");
        }
    }
}
