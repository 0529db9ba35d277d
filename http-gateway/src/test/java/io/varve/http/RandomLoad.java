package io.varve.http;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Clients that give random commands, each repeated with its id, to whatever node, until it is answered. */
final class RandomLoad implements AutoCloseable {
    static final String CURRENCY = "EUR";
    /** Credited only, so that what a rolled-back transfer takes back from it is always there. */
    static final String SINK = "sink";

    /** An account that there is not. */
    static final String NOBODY = "nobody";

    private static final int PATIENCE_SECONDS = 180;

    private final List<Api> nodes;
    private final List<String> accounts;
    private final Queue<Command> answered = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean ending;

    /**
     * A command that was answered.
     *
     * @param id its key, or the id of the transfer
     * @param kind deposit, withdrawal or transfer
     * @param postings from, to and amount of each; of cash the account, null and the amount
     */
    record Command(String id, String kind, List<Posting> postings, Answer answer) {}

    record Posting(String from, String to, long amountMinor) {
        String json() {
            return "{\"from\":\"%s\",\"to\":\"%s\",\"amountMinor\":%d}".formatted(from, to, amountMinor);
        }
    }

    RandomLoad(List<Api> nodes, List<String> accounts) {
        this.nodes = nodes;
        this.accounts = accounts;
    }

    void start(int clientCount, long seed) {
        for (int i = 0; i < clientCount; i++) {
            int client = i;
            clients.add(threads.submit(() -> run(client, new Random(seed + client))));
        }
    }

    int answers() {
        return answered.size();
    }

    /** Ends when the command that each client is about has been answered. */
    List<Command> end() throws Exception {
        ending = true;
        for (var client : clients) {
            client.get();
        }
        return List.copyOf(answered);
    }

    /** Throws what a client died of, if one did. */
    void check() throws Exception {
        for (var client : clients) {
            if (client.isDone()) {
                client.get();
            }
        }
    }

    private Void run(int client, Random random) {
        for (int n = 0; !ending; n++) {
            String id = "c" + client + "-" + n;
            String account = account(random);
            long amountMinor = 1 + random.nextInt(300);
            int choice = random.nextInt(10);
            if (choice < 3) {
                cash(id, "deposit", account, amountMinor);
            } else if (choice < 5) {
                cash(id, "withdrawal", account, amountMinor);
            } else {
                transfer(id, postings(random, choice, account, amountMinor));
            }
        }
        return null;
    }

    private String account(Random random) {
        return accounts.get(random.nextInt(accounts.size()));
    }

    private List<Posting> postings(Random random, int choice, String from, long amountMinor) {
        String to = accounts.get((accounts.indexOf(from) + 1 + random.nextInt(accounts.size() - 1)) % accounts.size());
        return switch (choice) {
            case 5, 6, 7 -> List.of(new Posting(from, to, amountMinor));
            case 8 -> List.of(new Posting(from, to, amountMinor), new Posting(to, from, 7), new Posting(from, SINK, 3));
            // Credited and taken back.
            default -> List.of(new Posting(from, SINK, amountMinor), new Posting(from, NOBODY, 1));
        };
    }

    private void cash(String id, String kind, String account, long amountMinor) {
        String body = "{\"amountMinor\":%d,\"description\":\"%s\"}".formatted(amountMinor, id);
        var answer = untilAnswered("/v1/accounts/" + account + "/" + kind + "s", body, "Idempotency-Key", id);
        answered.add(new Command(id, kind, List.of(new Posting(account, null, amountMinor)), answer));
    }

    private void transfer(String id, List<Posting> postings) {
        String list = String.join(",", postings.stream().map(Posting::json).toList());
        String body = "{\"transferId\":\"%s\",\"currency\":\"%s\",\"postings\":[%s]}".formatted(id, CURRENCY, list);
        answered.add(new Command(id, "transfer", postings, untilAnswered("/v1/transfers", body)));
    }

    private Answer untilAnswered(String path, String body, String... headers) {
        long giveUp = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (true) {
            String last;
            try {
                var answer = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()))
                        .post(path, body, headers);
                if (answer.status() < 500) {
                    return answer;
                }
                last = answer.expect(503).toString();
            } catch (UncheckedIOException broken) {
                last = broken.toString();
            }
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("no answer in " + PATIENCE_SECONDS + " s; the last: " + last);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50); // A client waits before it repeats; what it waits for cannot be polled otherwise.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ending = true;
        threads.shutdownNow();
    }
}
