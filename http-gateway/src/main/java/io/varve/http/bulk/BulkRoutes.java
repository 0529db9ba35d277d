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
     * Lines underway; the next is read when the oldest has been answered. Of many, some are for the same account and
     * share a write; too many would wait for longer than a command may.
     */
    private static final int PARALLEL_LINES = 8192;

    private static final Duration TRANSFER_WAIT = Duration.ofSeconds(15);
    private static final String INSTANCE = "/v1/bulk";

    private final Endpoint endpoint;
    private final AccountCommands accounts;
    private final TransferCommands transfers;

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
        return Ndjson.answer(
                lines.mapConcat(together -> together).mapAsync(PARALLEL_LINES, line -> carryOut(line, by, order)));
    }

    private CompletionStage<Ndjson.Result> carryOut(Ndjson.Line line, String by, BulkOrder order) {
        CompletionStage<Ndjson.Result> result;
        try {
            result = send(line.number(), BulkLine.parse(line.content()), by, order);
        } catch (ProblemException e) {
            result = CompletableFuture.failedFuture(e);
        }
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
            return order.command(c.accountId(), () -> accounts.submit(c.accountId(), commandId, by, null, c.command()))
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
