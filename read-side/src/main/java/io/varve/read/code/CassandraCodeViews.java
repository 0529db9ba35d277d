package io.varve.read.code;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.varve.read.table.Queries;
import io.varve.read.table.Times;
import io.varve.read.vehicle.VehicleViews;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Codes in Cassandra. */
public final class CassandraCodeViews extends StoredCodeViews {
    private static final String SELECT =
            "SELECT vehicle_id, code, what, times, fleet, route, regions FROM code_report WHERE hour = ? AND bucket = ?";

    private final Queries queries;
    private final PreparedStatement hours;
    private final PreparedStatement hoursOfVehicle;
    private final PreparedStatement rows;
    private final PreparedStatement rowsOfVehicle;

    public CassandraCodeViews(CqlSession session, VehicleViews vehicles) {
        super(vehicles);
        queries = new Queries(session);
        hours = queries.prepare("SELECT hour, bucket FROM code_hour WHERE year = ? AND hour >= ? AND hour < ?");
        hoursOfVehicle = queries.prepare("SELECT hour FROM vehicle_code_hour WHERE vehicle_id = ?");
        rows = queries.prepare(SELECT);
        rowsOfVehicle = queries.prepare(SELECT + " AND vehicle_id = ?");
    }

    @Override
    CompletionStage<List<CodeHour>> hours(int year, Instant from, Instant to) {
        return queries.all(hours, year, from, Times.ceiling(to))
                .thenApply(found -> found.stream()
                        .map(row -> new CodeHour(row.getInstant("hour"), row.getInt("bucket")))
                        .toList());
    }

    @Override
    CompletionStage<List<CodeHour>> hoursOf(String vehicleId) {
        int bucket = CodeHour.bucketOf(vehicleId);
        return queries.all(hoursOfVehicle, vehicleId)
                .thenApply(found -> found.stream()
                        .map(row -> new CodeHour(row.getInstant("hour"), bucket))
                        .toList());
    }

    @Override
    CompletionStage<List<CodeRow>> rows(CodeHour hour) {
        return queries.all(rows, hour.hour(), hour.bucket()).thenApply(CassandraCodeViews::read);
    }

    @Override
    CompletionStage<List<CodeRow>> rowsOf(String vehicleId, CodeHour hour) {
        return queries.all(rowsOfVehicle, hour.hour(), hour.bucket(), vehicleId).thenApply(CassandraCodeViews::read);
    }

    private static List<CodeRow> read(List<Row> found) {
        return found.stream().map(row -> CodeRow.read(row::getObject)).toList();
    }
}
