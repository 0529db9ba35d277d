package io.varve.http.ops;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Ndjson;
import io.varve.read.audit.Audit;
import io.varve.read.projection.Rebuild;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/ops}: for those who run the cluster. */
public final class OpsRoutes {
    private final Endpoint endpoint;
    private final Audit audit;
    private final Rebuild rebuild;
    private final OneAtATime turn = new OneAtATime(Duration.ofSeconds(10));

    public OpsRoutes(Endpoint endpoint, Audit audit, Rebuild rebuild) {
        this.endpoint = endpoint;
        this.audit = audit;
        this.rebuild = rebuild;
    }

    public Route route() {
        return concat(
                path(
                        segment("ops").slash("audit"),
                        () -> post(() -> endpoint.command(
                                AuditBodies.Order.class,
                                Ndjson.MEDIA,
                                (request, order) -> CompletableFuture.completedFuture(audit(order))))),
                path(
                        segment("ops").slash("rebuild"),
                        () -> post(() -> endpoint.command(RebuildOrder.class, (request, order) -> rebuild(order)))));
    }

    private CompletionStage<HttpResponse> rebuild(RebuildOrder order) {
        String kind = order.checked(rebuild.kinds());
        return rebuild.run(kind).thenApply(tables -> Answers.json(202, new Rebuilding(kind, tables)));
    }

    /** @param tables the views' tables, which are being filled */
    private record Rebuilding(String kind, List<String> tables) {}

    private HttpResponse audit(AuditBodies.Order order) {
        var request = order.checked(audit.kinds());
        return Ndjson.answer(turn.taken(audit.run(request)).map(AuditBodies::line));
    }
}
