package io.varve.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Varve's views follow the journal; this finds out when they have caught up. */
final class Views {
    private static final int STATUS_OK = 200;
    private static final int STATUS_CREATED = 201;

    private final HttpGateway gateway;
    private final VarveRequests requests;

    Views(HttpGateway gateway, VarveRequests requests) {
        this.gateway = gateway;
        this.requests = requests;
    }

    /** Deposits into each account; the revisions that it has then, which come after all that was journaled before. */
    Map<String, Long> mark(List<String> accountIds, int amountMinor) throws IOException, InterruptedException {
        List<Answer> answers = gateway.askAll(
                accountIds.stream().map(id -> requests.deposit(id, amountMinor)).toList());
        Map<String, Long> revisions = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.status() != STATUS_CREATED) {
                throw new IOException("a deposit into " + accountIds.get(i) + " was answered " + answer);
            }
            revisions.put(accountIds.get(i), answer.body().required("revision").asLong());
        }
        return revisions;
    }

    /** Waits until the accounts' own rows, which are written last, show these revisions. */
    void await(Map<String, Long> revisions, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        HttpConnection connection = gateway.connect(1).get(0);
        for (Map.Entry<String, Long> of : revisions.entrySet()) {
            while (gateway.ask(connection, requests.accountAt(of.getKey(), of.getValue()))
                            .status()
                    != STATUS_OK) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(of.getKey() + " is not visible after " + patience);
                }
            }
        }
        connection.close();
    }
}
