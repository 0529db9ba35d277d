package io.varve.http.ledger;

import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Requests;
import io.varve.read.ledger.CurrencyTotals;
import io.varve.read.ledger.LedgerTotals;
import java.util.List;
import java.util.Set;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/ledger}. */
public final class LedgerRoutes {
    private final Endpoint endpoint;
    private final LedgerTotals totals;

    public LedgerRoutes(Endpoint endpoint, LedgerTotals totals) {
        this.endpoint = endpoint;
        this.totals = totals;
    }

    private record Totals(List<CurrencyTotals> currencies) {}

    public Route route() {
        return path(
                segment("ledger").slash("totals"),
                () -> get(() -> endpoint.read(request -> {
                    Requests.allowParameters(request, Set.of());
                    return totals.totals().thenApply(currencies -> Answers.json(200, new Totals(currencies)));
                })));
    }
}
