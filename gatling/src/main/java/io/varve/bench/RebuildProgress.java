package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How many events the views show. The accounts hold a currency that nobody else uses, in deposits of one, so that its
 * totals count events: the accounts' openings and their deposits.
 */
final class RebuildProgress {
    /** ISO 4217 has it for testing. */
    static final String CURRENCY = "XTS";

    static final int AMOUNT_MINOR = 1;
    private static final int STATUS_OK = 200;

    private final HttpGateway gateway;
    private final VarveRequests requests;
    private final Duration betweenLooks;

    RebuildProgress(HttpGateway gateway, VarveRequests requests, Duration betweenLooks) {
        this.gateway = gateway;
        this.requests = requests;
        this.betweenLooks = betweenLooks;
    }

    /**
     * A rebuild, timed from the first answer that showed the views incomplete.
     *
     * @param atFirst events that were there again already in that answer
     * @param events events that came after it
     * @param beginSeconds how much of the time had passed when the last answer showed none of them
     */
    record Rebuilt(long atFirst, long events, double beginSeconds, double seconds) {
        double perSecond() {
            return events / seconds;
        }

        double perSecondOnceBegun() {
            return events / (seconds - beginSeconds);
        }
    }

    /** How many events the views show; nothing when the gateway does not answer. */
    OptionalLong events() throws InterruptedException {
        HttpConnection connection = null;
        try {
            connection = gateway.connect(1).get(0);
            Answer answer = gateway.ask(connection, requests.totals());
            return answer.status() == STATUS_OK ? OptionalLong.of(count(answer.body())) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        } finally {
            if (connection != null) {
                connection.close();
            }
        }
    }

    static long count(JsonNode totals) {
        for (JsonNode of : totals.path("currencies")) {
            if (CURRENCY.equals(of.path("currency").asText())) {
                return of.path("accounts").asLong() + of.path("depositedMinor").asLong() / AMOUNT_MINOR;
            }
        }
        return 0;
    }

    /** Waits until the views are emptied and then show that many events again, and the accounts' revisions. */
    Rebuilt await(long expected, Map<String, Long> revisions, Duration patience)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean wasAway = false;
        long atFirst = -1;
        long firstNanos = 0;
        long beginNanos = 0;
        while (System.nanoTime() < deadline) {
            OptionalLong events = events();
            if (events.isEmpty()) {
                wasAway = true;
            } else if (events.getAsLong() < expected) {
                if (atFirst < 0) {
                    atFirst = events.getAsLong();
                    firstNanos = System.nanoTime();
                }
                if (events.getAsLong() == atFirst) {
                    beginNanos = System.nanoTime();
                }
                System.out.printf(
                        Locale.ROOT,
                        "  %6.1f s  %,12d of %,d events%n",
                        (System.nanoTime() - firstNanos) / 1e9,
                        events.getAsLong(),
                        expected);
            } else if (atFirst >= 0) {
                new Views(gateway, requests).await(revisions, patience);
                return new Rebuilt(
                        atFirst,
                        expected - atFirst,
                        (beginNanos - firstNanos) / 1e9,
                        (System.nanoTime() - firstNanos) / 1e9);
            } else if (wasAway) {
                throw new IOException("Varve is back and its views are complete: they were not emptied");
            }
            Thread.sleep(betweenLooks.toMillis());
        }
        throw new IOException("not rebuilt after " + patience);
    }
}
