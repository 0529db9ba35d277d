package io.varve.read.track;

import com.fasterxml.jackson.core.type.TypeReference;
import io.varve.node.vehicle.VehicleEvent.RecordedSignal;
import io.varve.read.table.JsonColumn;
import io.varve.read.vehicle.SignalView;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a row of {@code track}. */
final class TrackRow {
    private static final TypeReference<List<RecordedSignal>> SIGNALS = new TypeReference<>() {};

    private TrackRow() {}

    static Stream<SignalView> read(Function<String, Object> column) {
        var fleet = (String) column.apply("fleet");
        var arrivedAt = (Instant) column.apply("arrived_at");
        return JsonColumn.read(column.apply("signals"), SIGNALS).stream()
                .map(each -> new SignalView(each.signal(), each.regions(), fleet, arrivedAt));
    }
}
