package io.varve.read.code;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A row of {@code code_report}. */
record CodeRow(String vehicleId, CodeReport report) {
    @SuppressWarnings("unchecked") // The table's schema says what the columns hold.
    static CodeRow read(Function<String, Object> column) {
        return new CodeRow(
                (String) column.apply("vehicle_id"),
                new CodeReport(
                        (String) column.apply("code"),
                        CodeReport.What.valueOf(((String) column.apply("what")).toUpperCase(Locale.ROOT)),
                        (List<Instant>) column.apply("times"),
                        (String) column.apply("fleet"),
                        (String) column.apply("route"),
                        (Set<String>) column.apply("regions")));
    }

    /** Whether it is of the places that are asked for. */
    boolean matches(CodeQuery query) {
        return query.fleet().map(fleet -> fleet.equals(report.fleet())).orElse(true)
                && query.route().map(route -> route.equals(report.route())).orElse(true)
                && query.region().map(report.regions()::contains).orElse(true);
    }
}
