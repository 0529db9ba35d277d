package io.varve.http.account;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.patch;
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
import io.varve.node.account.AccountCommand;
import io.varve.read.Views;
import io.varve.read.account.AccountView;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/accounts}. */
public final class AccountRoutes {
    private static final Set<String> PAGE = Set.of("limit", "cursor");

    private final Endpoint endpoint;
    private final AccountCommands commands;
    private final Views views;
    private final BiFunction<HttpRequest, String, CompletionStage<HttpResponse>> transfersOf;

    /** @param transfersOf answers the transfers of an account; they are the transfers' to show */
    public AccountRoutes(
            Endpoint endpoint,
            AccountCommands commands,
            Views views,
            BiFunction<HttpRequest, String, CompletionStage<HttpResponse>> transfersOf) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.views = views;
        this.transfersOf = transfersOf;
    }

    public Route route() {
        return pathPrefix(
                "accounts",
                () -> concat(
                        pathEndOrSingleSlash(() -> concat(
                                post(() -> endpoint.command(AccountRequests.Open.class, this::open)),
                                get(() -> endpoint.read(this::list)))),
                        pathPrefix(segment(), this::account)));
    }

    private Route account(String id) {
        return concat(
                pathEndOrSingleSlash(() -> concat(
                        get(() -> endpoint.read(request -> show(request, id))),
                        patch(() -> endpoint.command(
                                AccountRequests.Change.class,
                                (request, body) -> command(request, id, body.command(), 200))))),
                path(
                        "deposits",
                        () -> post(() -> endpoint.command(
                                AccountRequests.CashMovement.class,
                                (request, body) -> command(request, id, body.deposit(), 201)))),
                path(
                        "withdrawals",
                        () -> post(() -> endpoint.command(
                                AccountRequests.CashMovement.class,
                                (request, body) -> command(request, id, body.withdrawal(), 201)))),
                path(
                        "close",
                        () -> post(() -> endpoint.command(
                                AccountRequests.Nothing.class,
                                (request, body) -> command(request, id, new AccountCommand.Close(), 200)))),
                path("entries", () -> get(() -> endpoint.read(request -> entries(request, id)))),
                path("transfers", () -> get(() -> endpoint.read(request -> transfers(request, id)))));
    }

    private CompletionStage<HttpResponse> open(HttpRequest request, AccountRequests.Open body) {
        String id = Requests.idOrNew("accountId", body.accountId());
        return commands.submit(id, AccountCommands.OPEN_ID, Requests.user(request), null, body.command())
                .thenApply(done -> Answers.withLocation(answer(201, done), "/v1/accounts/" + id));
    }

    private CompletionStage<HttpResponse> command(HttpRequest request, String id, AccountCommand command, int status) {
        return commands.submit(
                        Fields.id("accountId", id),
                        Requests.commandId(request),
                        Requests.user(request),
                        Requests.expectedRevision(request),
                        command)
                .thenApply(done -> answer(status, done));
    }

    private static HttpResponse answer(int status, AccountCommands.Done done) {
        var answer = Answers.withRevision(
                Answers.json(status, done.reply()), done.reply().revision());
        return Answers.replayed(answer, done.repeated());
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of());
        return find(request, id)
                .thenApply(view ->
                        Answers.withRevision(Answers.json(200, AccountBodies.Account.of(view)), view.revision()));
    }

    private CompletionStage<AccountView> find(HttpRequest request, String id) {
        return views.accounts()
                .account(Fields.id("accountId", id), Requests.minRevision(request), Requests.viewWait(request))
                .thenApply(reading -> Found.in(reading, ProblemType.ACCOUNT_NOT_FOUND, "account"));
    }

    private CompletionStage<HttpResponse> list(HttpRequest request) {
        Requests.allowParameters(request, Set.of("owner", "limit", "cursor"));
        String owner = Fields.owner(Requests.text(request, "owner").orElse(null));
        return views.accounts()
                .byOwner(owner, Requests.page(request))
                .thenApply(page -> Answers.page(request, page, AccountBodies.Account::of));
    }

    private CompletionStage<HttpResponse> entries(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("from", "to", "limit", "cursor"));
        var from = Requests.instant(request, "from");
        var to = Requests.instant(request, "to");
        var page = Requests.page(request);
        return find(request, id)
                .thenCompose(account -> views.entries().entries(id, from, to, page))
                .thenApply(entries -> Answers.page(request, entries, AccountBodies.Entry::of));
    }

    private CompletionStage<HttpResponse> transfers(HttpRequest request, String id) {
        Requests.allowParameters(request, PAGE);
        return find(request, id).thenCompose(account -> transfersOf.apply(request, id));
    }
}
