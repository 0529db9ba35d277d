package io.varve.http.track;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.varve.http.web.Bodies;
import io.varve.read.vehicle.SignalView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** CSV (RFC 4180) with a line of names. */
final class CsvTrack implements TrackWriter {
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final CsvSchema SCHEMA =
            MAPPER.schemaFor(Row.class).withHeader().withLineSeparator("\r\n");

    private final SequenceWriter rows;

    CsvTrack(Track track, OutputStream out) {
        try {
            rows = MAPPER.writer(SCHEMA).writeValues(out);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory", e);
        }
    }

    /** @param codes and regions with blanks between them; @param attributes a JSON object, or nothing */
    @JsonPropertyOrder({
        "at",
        "lat",
        "lon",
        "speedKmh",
        "bearing",
        "odometerKm",
        "route",
        "trip",
        "codes",
        "regions",
        "fleet",
        "arrivedAt",
        "attributes"
    })
    private record Row(
            Instant at,
            double lat,
            double lon,
            Double speedKmh,
            Double bearing,
            Double odometerKm,
            String route,
            String trip,
            String codes,
            String regions,
            String fleet,
            Instant arrivedAt,
            String attributes) {
        static Row of(SignalView view) {
            var signal = view.signal();
            return new Row(
                    signal.at(),
                    signal.lat(),
                    signal.lon(),
                    signal.speedKmh(),
                    signal.bearing(),
                    signal.odometerKm(),
                    signal.route(),
                    signal.trip(),
                    joined(signal.codes()),
                    joined(view.regions()),
                    view.fleet(),
                    view.arrivedAt(),
                    signal.attributes().isEmpty()
                            ? null
                            : new String(Bodies.write(signal.attributes()), StandardCharsets.UTF_8));
        }

        private static String joined(List<String> names) {
            return names == null ? null : String.join(" ", names);
        }
    }

    @Override
    public void begin() {
        // The names come with the first row, or with the end.
    }

    @Override
    public void write(SignalView signal) throws IOException {
        rows.write(Row.of(signal));
    }

    @Override
    public void end() throws IOException {
        rows.close();
    }

    @Override
    public void flush() throws IOException {
        rows.flush();
    }
}
