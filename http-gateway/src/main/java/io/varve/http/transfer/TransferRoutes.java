package io.varve.http.transfer;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Found;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.transfer.TransferCommand;
import io.varve.read.transfer.TransferView;
import io.varve.read.transfer.TransferViews;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.NotUsed;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;
import org.apache.pekko.http.javadsl.server.Route;
import org.apache.pekko.stream.javadsl.Source;

/** {@code /v1/transfers}. */
public final class TransferRoutes {
    private final Endpoint endpoint;
    private final TransferCommands commands;
    private final TransferViews views;
    private final TransferEvents events;

    public TransferRoutes(Endpoint endpoint, TransferCommands commands, TransferViews views) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.views = views;
        events = new TransferEvents(views);
    }

    public Route route() {
        return pathPrefix(
                "transfers",
                () -> concat(
                        pathEndOrSingleSlash(
                                () -> post(() -> endpoint.command(TransferRequests.Start.class, this::start))),
                        pathPrefix(segment(), this::transfer)));
    }

    private Route transfer(String id) {
        return concat(
                pathEndOrSingleSlash(() -> get(() -> endpoint.read(request -> show(request, id)))),
                path("events", () -> get(() -> endpoint.events(request -> watch(request, id)))),
                path(
                        "post",
                        () -> post(() -> endpoint.command(
                                TransferRequests.Post.class, (request, body) -> command(request, id, body.command())))),
                path(
                        "void",
                        () -> post(() -> endpoint.command(
                                TransferRequests.Nothing.class,
                                (request, body) -> command(request, id, new TransferCommand.Void())))),
                path(
                        "retry",
                        () -> post(() -> endpoint.command(
                                TransferRequests.Nothing.class,
                                (request, body) -> command(request, id, new TransferCommand.Retry())))),
                path(
                        "reverse",
                        () -> post(() -> endpoint.command(
                                TransferRequests.Nothing.class, (request, body) -> reverse(request, id)))));
    }

    private CompletionStage<HttpResponse> start(HttpRequest request, TransferRequests.Start body) {
        String id = Requests.idOrNew("transferId", body.transferId());
        return commands.request(id, Requests.user(request), body.command())
                .thenCompose(done -> commands.rest(done, wait(request)))
                .thenApply(done -> Answers.withLocation(answer(202, done), "/v1/transfers/" + id));
    }

    private CompletionStage<HttpResponse> command(HttpRequest request, String id, TransferCommand command) {
        return commands.submit(
                        Fields.pathId("transferId", id), Requests.commandId(request), Requests.user(request), command)
                .thenCompose(done -> commands.rest(done, wait(request)))
                .thenApply(done -> answer(done.rested() ? 200 : 202, done));
    }

    private CompletionStage<HttpResponse> reverse(HttpRequest request, String id) {
        return commands.submit(
                        Fields.pathId("transferId", id),
                        Requests.commandId(request),
                        Requests.user(request),
                        new TransferCommand.Reverse())
                .thenCompose(original -> {
                    String reversalId = original.reversalId().orElseThrow();
                    var accepted =
                            new TransferCommands.Reply(reversalId, "accepted", Optional.empty(), 1, Optional.empty());
                    var reversal = new TransferCommands.Done(accepted, original.repeated(), false, Optional.empty());
                    return commands.restOfReversal(original, reversal, wait(request));
                })
                .thenApply(done -> {
                    var r = done.reply();
                    var reply = new TransferCommands.Reply(
                            r.transferId(), r.status(), r.reason(), r.revision(), Optional.of(id));
                    var answer = Answers.replayed(Answers.json(202, reply), done.repeated());
                    return Answers.withLocation(answer, "/v1/transfers/" + r.transferId());
                });
    }

    private static Duration wait(HttpRequest request) {
        return Requests.preferredWait(request).orElse(Duration.ZERO);
    }

    private static HttpResponse answer(int status, TransferCommands.Done done) {
        return Answers.replayed(Answers.json(status, done.reply()), done.repeated());
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return find(request, id)
                .thenCompose(view -> views.timeline(id)
                        .thenApply(timeline -> Answers.withRevision(
                                Answers.json(200, TransferBodies.Transfer.of(view, timeline)), view.revision())));
    }

    private CompletionStage<TransferView> find(HttpRequest request, String id) {
        return views.transfer(
                        Fields.pathId("transferId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.TRANSFER_NOT_FOUND, "transfer"));
    }

    private CompletionStage<Optional<Source<ServerSentEvent, NotUsed>>> watch(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        long after = Requests.lastEventId(request);
        return find(request, id).thenCompose(view -> events.of(id, after));
    }

    /** The transfers of an account, newest first. */
    public CompletionStage<HttpResponse> ofAccount(HttpRequest request, String accountId) {
        return views.byAccount(accountId, Requests.page(request))
                .thenApply(page -> Answers.page(request, page, TransferBodies.Transfer::summary));
    }
}
