package io.varve.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Varve, which can do more than what is compared, and whose views go on after the last answer. */
final class VarveSide extends Side {
    private static final int SAMPLED_ACCOUNTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration WORTH_MENTIONING = Duration.ofSeconds(1);

    private final HttpGateway gateway;
    private final VarveRequests requests;
    private final Crowd crowd;

    private VarveSide(HttpGateway gateway, VarveRequests requests, Crowd crowd) {
        super(gateway, requests, crowd);
        this.gateway = gateway;
        this.requests = requests;
        this.crowd = crowd;
    }

    static VarveSide at(URI url, String runId, Crowd crowd) {
        HttpGateway gateway = new HttpGateway(url);
        return new VarveSide(gateway, new VarveRequests(gateway.host(), runId), crowd);
    }

    /** Deposits by NDJSON, in several requests at once. */
    Measured bulk(int streams, Duration time) throws IOException, InterruptedException {
        return new Bulk(gateway).run(() -> requests.bulkDeposit(crowd.accountIds()), streams, time);
    }

    /** Deposits at a rate, some of them followed into the view. */
    Visibility.Seen visibility(double rate, int probesPerSecond, Duration time)
            throws IOException, InterruptedException {
        List<HttpConnection> connections = gateway.connect(crowd.connections());
        try {
            return new Visibility(gateway, connections, requests, crowd.accountIds()).run(rate, probesPerSecond, time);
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    /** Waits until the views show one more deposit to each of some accounts, and so all that came before. */
    @Override
    void settle() throws IOException, InterruptedException {
        long startNanos = System.nanoTime();
        Views views = new Views(gateway, requests);
        List<String> sample =
                crowd.accountIds().stream().limit(SAMPLED_ACCOUNTS).toList();
        views.await(views.mark(sample, 1), PATIENCE);
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        if (seconds > WORTH_MENTIONING.toSeconds()) {
            System.out.printf(Locale.ROOT, "  (the views caught up %.1f s later)%n", seconds);
        }
    }
}
