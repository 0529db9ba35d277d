package io.varve.http.ops;

import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Endpoint;
import io.varve.http.web.Ndjson;
import io.varve.read.audit.Audit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/ops}: for those who run the cluster. */
public final class OpsRoutes {
    private final Endpoint endpoint;
    private final Audit audit;
    private final OneAtATime turn = new OneAtATime(Duration.ofSeconds(10));

    public OpsRoutes(Endpoint endpoint, Audit audit) {
        this.endpoint = endpoint;
        this.audit = audit;
    }

    public Route route() {
        return path(
                segment("ops").slash("audit"),
                () -> post(() -> endpoint.command(
                        AuditBodies.Order.class,
                        Ndjson.MEDIA,
                        (request, order) -> CompletableFuture.completedFuture(audit(order)))));
    }

    private HttpResponse audit(AuditBodies.Order order) {
        var request = order.checked(audit.kinds());
        return Ndjson.answer(turn.taken(audit.run(request)).map(AuditBodies::line));
    }
}
