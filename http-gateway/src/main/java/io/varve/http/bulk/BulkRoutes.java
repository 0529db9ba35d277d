package io.varve.http.bulk;

import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.withoutSizeLimit;

import io.varve.http.account.AccountCommands;
import io.varve.http.transfer.TransferCommands;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Ndjson;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.http.web.StreamShares;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/bulk}: any number of commands, one a line, answered in the order of the input. */
public final class BulkRoutes {
    private static final int MAX_LINE_BYTES = 64 * 1024;
    /**
     * Lines that are sent together. What comes while others are underway makes a lot; of many lines, some are for the
     * same account and share a write.
     */
    private static final long LOT_LINES = 16_384;

    private static final long LEAST_LOT_LINES = 1_024;

    /**
     * Lines underway, besides a lot that was just sent. The next lot leaves when the last line of the one before has found
     * a place among them.
     */
    private static final int PARALLEL_LINES = 4096;

    /**
     * How long a line waits for its outcome. It may be behind thousands of others, of accounts that are still to be
     * recovered; whoever sends no more than is answered fills no queue by waiting.
     */
    private static final Duration LINE_WAIT = Duration.ofSeconds(20);

    private static final Duration TRANSFER_WAIT = Duration.ofSeconds(15);
    private static final String INSTANCE = "/v1/bulk";

    private final Endpoint endpoint;
    private final AccountCommands accounts;
    private final TransferCommands transfers;
    private final StreamShares lots = new StreamShares(LOT_LINES, LEAST_LOT_LINES);

    public BulkRoutes(Endpoint endpoint, AccountCommands accounts, TransferCommands transfers) {
        this.endpoint = endpoint;
        this.accounts = accounts;
        this.transfers = transfers;
    }

    public Route route() {
        return path(
                "bulk",
                () -> post(() -> withoutSizeLimit(() -> endpoint.answering(
                        Ndjson.MEDIA, request -> CompletableFuture.completedFuture(stream(request))))));
    }

    private HttpResponse stream(HttpRequest request) {
        var lines = Ndjson.lines(request, MAX_LINE_BYTES);
        Requests.allowParameters(request, Set.of());
        String by = Requests.user(request);
        var order = new BulkOrder();
        return Ndjson.answer(lots.stream(lotLines -> lines.mapConcat(together -> together)
                .map(BulkLot.Line::parse)
                .batch(lotLines, BulkLot::new, BulkLot::add)
                .mapConcat(lot -> lot.carryOut(line -> send(line, by, order)))
                .mapAsync(PARALLEL_LINES, result -> result)));
    }

    private CompletionStage<Ndjson.Result> send(BulkLot.Line line, String by, BulkOrder order) {
        CompletionStage<Ndjson.Result> result = line.problem() == null
                ? send(line.number(), line.content(), by, order)
                : CompletableFuture.failedFuture(line.problem());
        return result.exceptionally(
                failure -> Ndjson.Result.refused(line.number(), ofLine(Endpoint.problem(INSTANCE, failure)), INSTANCE));
    }

    /** A line has its key in a field, where a request of its own has it in a header. */
    private static ProblemException ofLine(ProblemException problem) {
        return problem.type() == ProblemType.IDEMPOTENCY_KEY_REUSED
                ? new ProblemException(problem.type(), "key", problem.getMessage())
                : problem;
    }

    private CompletionStage<Ndjson.Result> send(long number, BulkLine line, String by, BulkOrder order) {
        if (line instanceof BulkLine.ForAccount c) {
            String commandId = c.commandId() == null ? AccountCommands.OPEN_ID : c.commandId();
            return order.command(
                            c.accountId(), () -> accounts.submit(c.accountId(), commandId, by, c.command(), LINE_WAIT))
                    .thenApply(done -> new Ndjson.Result(number, c.status(), repeated(done.repeated()), done.reply()));
        }
        var t = (BulkLine.ForTransfer) line;
        return order.transfer(
                        t.accountIds(),
                        () -> transfers
                                .request(t.transferId(), by, t.request())
                                .thenCompose(done ->
                                        transfers.rest(done, TRANSFER_WAIT).thenApply(rest -> done)))
                .thenApply(done -> new Ndjson.Result(number, 202, repeated(done.repeated()), done.reply()));
    }

    private static Optional<Boolean> repeated(boolean repeated) {
        return repeated ? Optional.of(true) : Optional.empty();
    }
}
