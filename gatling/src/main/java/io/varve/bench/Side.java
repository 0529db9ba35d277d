package io.varve.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One of the systems compared. It has connections only while it is its turn, so that it idles in the others'. */
class Side implements AutoCloseable {
    private static final Duration OPENING = Duration.ofMinutes(5);
    private static final int STATUS_OK = 200;
    private static final int STATUS_CREATED = 201;

    /** How many callers there are, and on which accounts. */
    record Crowd(int connections, List<String> accountIds) {}

    private final HttpGateway gateway;
    private final Requests requests;
    private final Crowd crowd;

    Side(HttpGateway gateway, Requests requests, Crowd crowd) {
        this.gateway = gateway;
        this.requests = requests;
        this.crowd = crowd;
    }

    static Side peer(URI url, String runId, Crowd crowd) {
        HttpGateway gateway = new HttpGateway(url);
        return new Side(gateway, new PeerRequests(gateway.host(), runId), crowd);
    }

    /** Opens the accounts. */
    void open() throws IOException, InterruptedException {
        Measured opened = run(
                new Calls(
                        crowd.accountIds().stream().map(requests::open).iterator(),
                        answer -> answer.status().code() == STATUS_CREATED),
                OPENING);
        if (opened.done() != crowd.accountIds().size()) {
            throw new IOException(gateway.host() + " opened " + opened.done() + " of "
                    + crowd.accountIds().size() + " accounts");
        }
    }

    /** One turn. */
    Measured run(Work work, Duration time) throws IOException, InterruptedException {
        return run(calls(work), time);
    }

    private Calls calls(Work work) {
        List<String> all = crowd.accountIds();
        return switch (work) {
            case DEPOSITS -> Calls.endless(() -> requests.depositInto(all), STATUS_CREATED);
            case HOT_DEPOSITS -> Calls.endless(() -> requests.deposit(all.get(0)), STATUS_CREATED);
            case TRANSFERS -> Calls.endless(() -> requests.transferAmong(all), requests::isCompleted);
            case READS -> Calls.endless(() -> requests.account(Requests.anyOf(all)), STATUS_OK);
        };
    }

    private Measured run(Calls calls, Duration time) throws IOException, InterruptedException {
        List<HttpConnection> connections = gateway.connect(crowd.connections());
        try {
            return new ClosedLoop(gateway, connections).run(calls, time);
        } finally {
            connections.forEach(HttpConnection::close);
        }
    }

    /** Returns when nothing of what was asked is still being worked on: a transaction that is answered is over. */
    void settle() throws IOException, InterruptedException {}

    @Override
    public void close() {
        gateway.close();
    }
}
