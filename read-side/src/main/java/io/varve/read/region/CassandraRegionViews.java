package io.varve.read.region;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import io.varve.read.table.Queries;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Regions in Cassandra. */
public final class CassandraRegionViews extends StoredRegionViews {
    private static final String SELECT =
            "SELECT region_id, name, speed_limit_kmh, outline, removed, revision FROM region WHERE map = ?";

    private final Queries queries;
    private final PreparedStatement byId;
    private final PreparedStatement all;
    private final PreparedStatement outline;

    public CassandraRegionViews(CqlSession session) {
        queries = new Queries(session);
        byId = queries.prepare(SELECT + " AND region_id = ?");
        all = queries.prepare(SELECT);
        outline = queries.prepare("SELECT geometry FROM region_outline WHERE region_id = ? AND outline = ?");
    }

    @Override
    CompletionStage<Optional<RegionRow>> row(String regionId) {
        return queries.one(byId, RegionViewHandler.ALL, regionId)
                .thenApply(row -> row.map(found -> RegionRow.read(found::getObject)));
    }

    @Override
    CompletionStage<List<RegionRow>> rows() {
        return queries.all(all, RegionViewHandler.ALL)
                .thenApply(rows ->
                        rows.stream().map(row -> RegionRow.read(row::getObject)).toList());
    }

    @Override
    CompletionStage<String> geometry(String regionId, int number) {
        return queries.one(outline, regionId, number)
                .thenApply(row -> row.orElseThrow().getString("geometry"));
    }
}
