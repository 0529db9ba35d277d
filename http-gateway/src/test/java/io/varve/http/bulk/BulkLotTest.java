package io.varve.http.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.http.web.Ndjson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BulkLotTest {
    private static BulkLot.Line line(long number, String text) {
        return BulkLot.Line.parse(new Ndjson.Line(number, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BulkLot.Line deposit(long number, String accountId) {
        return line(number, "{\"op\":\"deposit\",\"accountId\":\"" + accountId + "\",\"amountMinor\":1}");
    }

    private static BulkLot.Line transfer(long number, String from, String to) {
        return line(
                number,
                "{\"op\":\"transfer\",\"from\":\"" + from + "\",\"to\":\"" + to
                        + "\",\"amountMinor\":1,\"currency\":\"EUR\"}");
    }

    @Test
    void linesOfOneAccount_areSentTogether_andAnsweredInTheOrderOfTheInput() {
        var lot = new BulkLot(deposit(1, "a"))
                .add(deposit(2, "b"))
                .add(deposit(3, "a"))
                .add(transfer(4, "a", "c"))
                .add(deposit(5, "c"))
                .add(line(6, "no JSON"))
                .add(deposit(7, "b"));
        List<Long> sent = new ArrayList<>();

        var results = lot.carryOut(line -> {
            sent.add(line.number());
            return CompletableFuture.completedFuture(line.number());
        });

        assertThat(sent).containsExactly(1L, 3L, 2L, 4L, 5L, 6L, 7L);
        assertThat(results)
                .extracting(result -> result.toCompletableFuture().join())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
}
