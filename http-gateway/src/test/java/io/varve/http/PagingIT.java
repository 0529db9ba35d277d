package io.varve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Cursors lead through a list to its end: everything once, in order. */
class PagingIT {
    private static final Pattern NEXT = Pattern.compile("<(/[^>]+)>; rel=\"next\"");
    private final Api api = TestNode.shared();

    /** Follows the links; every page but the last is full. */
    private List<JsonNode> all(String path, int limit) {
        var items = new ArrayList<JsonNode>();
        String next = path + (path.contains("?") ? "&" : "?") + "limit=" + limit;
        while (next != null) {
            var page = api.get(next).expect(200);
            var got = Api.list(page.json().get("items"));
            items.addAll(got);
            var link = page.header("Link");
            assertThat(link.isPresent())
                    .as(page.toString())
                    .isEqualTo(page.json().has("nextCursor"));
            if (link.isPresent()) {
                assertThat(got).as(page.toString()).hasSize(limit);
                var matcher = NEXT.matcher(link.get());
                assertThat(matcher.matches()).as(link.get()).isTrue();
                next = matcher.group(1);
            } else {
                next = null;
            }
        }
        return items;
    }

    private String accountWithDeposits(int count) {
        String id = api.account("paged", "EUR", 0);
        for (int i = 1; i <= count; i++) {
            api.post(
                            "/v1/accounts/" + id + "/deposits",
                            "{\"amountMinor\":%d,\"effectiveAt\":\"2020-01-%02dT12:00:00Z\"}".formatted(i, i))
                    .expect(201);
        }
        api.entries(id, count + 1);
        return id;
    }

    @Test
    void entries_areAllThere_newestFirst_forEveryPageSize() {
        String id = accountWithDeposits(23);
        var expected = IntStream.rangeClosed(1, 23).mapToObj(i -> 24L - i).toList();
        for (int limit : new int[] {1, 5, 22, 23, 24, 500}) {
            assertThat(all("/v1/accounts/" + id + "/entries", limit))
                    .as("limit " + limit)
                    .extracting(e -> e.get("amountMinor").asLong())
                    .isEqualTo(expected);
        }
    }

    @Test
    void entries_ofAPeriod_pageToTheEndOfIt() {
        String id = accountWithDeposits(20);
        String period = "/v1/accounts/" + id + "/entries?from=2020-01-05T12:00:00Z&to=2020-01-15T12:00:00Z";
        assertThat(all(period, 3))
                .extracting(e -> e.get("amountMinor").asLong())
                .containsExactly(14L, 13L, 12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L);
        assertThat(all("/v1/accounts/" + id + "/entries?from=2021-01-01T00:00:00Z", 3))
                .isEmpty();
    }

    @Test
    void accountsOfAnOwner_pageToTheEnd() {
        String owner = Api.fresh("Owner & Söhne");
        var ids = IntStream.range(0, 12).mapToObj(i -> Api.fresh("mine")).toList();
        for (String id : ids) {
            api.post(
                            "/v1/accounts",
                            "{\"accountId\":\"%s\",\"owner\":\"%s\",\"currency\":\"EUR\"}".formatted(id, owner))
                    .expect(201);
        }
        String path =
                "/v1/accounts?owner=" + java.net.URLEncoder.encode(owner, java.nio.charset.StandardCharsets.UTF_8);
        Awaitility.await()
                .untilAsserted(() -> assertThat(all(path, 5))
                        .extracting(a -> a.get("accountId").asText())
                        .containsExactlyInAnyOrderElementsOf(ids));
    }

    @Test
    void transfersOfAnAccount_pageToTheEnd_newestFirst() {
        String a = api.account("a", "EUR", 100);
        String b = api.account("b", "EUR", 0);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 11; i++) {
            ids.add(0, Api.fresh("t"));
            api.transfer("{\"transferId\":\"%s\",\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":1,\"currency\":\"EUR\"}"
                    .formatted(ids.get(0), a, b));
        }
        Awaitility.await().untilAsserted(() -> {
            for (String account : List.of(a, b)) {
                assertThat(all("/v1/accounts/" + account + "/transfers", 4))
                        .extracting(t -> t.get("transferId").asText())
                        .isEqualTo(ids);
            }
        });
    }

    @Test
    void cursor_ofAnotherList_isRefused_orStaysInItsList() {
        String id = accountWithDeposits(3);
        String cursor = api.get("/v1/accounts/" + id + "/entries?limit=1").text("nextCursor");
        for (String path : List.of("/v1/accounts/" + id + "/transfers?cursor=", "/v1/accounts?owner=x&cursor=")) {
            var answer = api.get(path + cursor);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("field")).isEqualTo("cursor");
        }
    }
}
