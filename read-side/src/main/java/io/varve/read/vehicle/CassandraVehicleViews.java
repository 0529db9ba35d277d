package io.varve.read.vehicle;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.node.journal.FeedLog;
import io.varve.read.query.Awaiting;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Reading;
import io.varve.read.table.Queries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** The latest state of vehicles in Cassandra. The row is read first: what belongs to it is then at least as new. */
public final class CassandraVehicleViews implements VehicleViews {
    private static final String SELECT = "SELECT vehicle_id, label, fleet, route, kind, speed_limit_kmh, newest,"
            + " overspeed, recorded_at, revision FROM vehicle_view WHERE slice = ?";
    private static final String SELECT_REGIONS =
            "SELECT vehicle_id, region_id AS what, entered_at AS since FROM vehicle_region WHERE slice = ?";
    private static final String SELECT_CODES =
            "SELECT vehicle_id, code AS what, raised_at AS since FROM vehicle_code WHERE slice = ?";
    private static final String OF_VEHICLE = " AND vehicle_id = ?";
    // Filtering stays within the one partition that is named.
    private static final String INSIDE = " AND inside = true ALLOW FILTERING";
    private static final String ACTIVE = " AND active = true ALLOW FILTERING";

    private final Queries queries;
    private final PreparedStatement revision;
    private final PreparedStatement byId;
    private final PreparedStatement regionsById;
    private final PreparedStatement codesById;
    private final PreparedStatement slice;
    private final PreparedStatement regionsOfSlice;
    private final PreparedStatement codesOfSlice;
    private final PreparedStatement insideRegion;

    public CassandraVehicleViews(CqlSession session) {
        queries = new Queries(session);
        revision = queries.prepare("SELECT revision FROM vehicle_view WHERE slice = ?" + OF_VEHICLE);
        byId = queries.prepare(SELECT + OF_VEHICLE);
        regionsById = queries.prepare(SELECT_REGIONS + OF_VEHICLE + INSIDE);
        codesById = queries.prepare(SELECT_CODES + OF_VEHICLE + ACTIVE);
        slice = queries.prepare(SELECT);
        regionsOfSlice = queries.prepare(SELECT_REGIONS + INSIDE);
        codesOfSlice = queries.prepare(SELECT_CODES + ACTIVE);
        insideRegion =
                queries.prepare("SELECT vehicle_id, entered_at FROM region_vehicle WHERE region_id = ?" + INSIDE);
    }

    @Override
    public CompletionStage<Optional<VehicleView>> vehicle(String vehicleId) {
        int ofVehicle = VehicleSlice.of(vehicleId);
        return queries.one(byId, ofVehicle, vehicleId)
                .thenCompose(row -> row.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : vehicles(
                                        List.of(row.get()),
                                        queries.all(regionsById, ofVehicle, vehicleId),
                                        queries.all(codesById, ofVehicle, vehicleId))
                                .thenApply(views -> views.stream().findFirst()));
    }

    private static CompletionStage<List<VehicleView>> vehicles(
            List<Row> rows, CompletionStage<List<Row>> regions, CompletionStage<List<Row>> codes) {
        return regions.thenCombine(codes, (inside, active) -> {
            var insideByVehicle = VehicleTimes.byVehicle(times(inside));
            var activeByVehicle = VehicleTimes.byVehicle(times(active));
            return rows.stream()
                    .flatMap(row -> {
                        var id = row.getString("vehicle_id");
                        var insideNow = VehicleTimes.of(id, insideByVehicle);
                        var activeNow = VehicleTimes.of(id, activeByVehicle);
                        return VehicleRow.read(row::getObject, insideNow, activeNow).stream();
                    })
                    .toList();
        });
    }

    private static List<VehicleTimes> times(List<Row> rows) {
        return rows.stream()
                .map(row ->
                        new VehicleTimes(row.getString("vehicle_id"), row.getString("what"), row.getInstant("since")))
                .toList();
    }

    @Override
    public CompletionStage<Reading<VehicleView>> vehicle(String vehicleId, long minRevision, Duration maxWait) {
        return Awaiting.revision(() -> vehicle(vehicleId), VehicleView::revision, minRevision, maxWait);
    }

    @Override
    public CompletionStage<List<VehicleView>> all() {
        var slices = IntStream.range(0, FeedLog.SLICES).boxed().toList();
        return Concurrently.forEach(slices, this::ofSlice)
                .thenApply(found -> found.stream().flatMap(List::stream).toList());
    }

    private CompletionStage<List<VehicleView>> ofSlice(int number) {
        return queries.all(slice, number)
                .thenCompose(rows -> rows.isEmpty()
                        ? CompletableFuture.completedFuture(List.of())
                        : vehicles(rows, queries.all(regionsOfSlice, number), queries.all(codesOfSlice, number)));
    }

    @Override
    public CompletionStage<List<InsideView>> inside(String regionId) {
        return queries.all(insideRegion, regionId)
                .thenApply(rows -> rows.stream()
                        .map(row -> new InsideView(row.getString("vehicle_id"), row.getInstant("entered_at")))
                        .toList());
    }

    @Override
    public CompletionStage<Long> revision(String vehicleId) {
        return queries.one(revision, VehicleSlice.of(vehicleId), vehicleId)
                .thenApply(row -> row.map(found -> found.getLong("revision")).orElse(0L));
    }
}
