package io.varve.http.vehicle;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A signal as it came, of which nothing is certain; the fields are those of {@link Signal}.
 *
 * @param attributes of scalars, as texts
 */
public record RawSignal(
        @JsonDeserialize(using = MomentReader.class) Instant at,
        Double lat,
        Double lon,
        Double speedKmh,
        Double bearing,
        Double odometerKm,
        String route,
        String trip,
        List<String> codes,
        @JsonDeserialize(contentUsing = ScalarReader.class) Map<String, String> attributes) {
    static final RawSignal NOTHING = new RawSignal(null, null, null, null, null, null, null, null, null, null);
    /** Faster than anything on rails or wheels. */
    static final double MAX_SPEED_KMH = 1_000;

    private static final double MAX_ODOMETER_KM = 100_000_000;
    public static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    /** For devices whose clocks, or notions of a time zone, are wrong. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private static final int MAX_TRIP = 64;
    private static final int MAX_CODES = 64;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,16}");

    /**
     * The signal, if everything about it is as it can be.
     *
     * @param now the time of its arrival
     * @throws ProblemException that names the field
     */
    public Signal checked(Instant now) {
        return new Signal(
                moment(now),
                Fields.within("lat", Fields.required("lat", lat), -90, 90),
                Fields.within("lon", Fields.required("lon", lon), -180, 180),
                Fields.within("speedKmh", speedKmh, 0, MAX_SPEED_KMH),
                direction(),
                Fields.within("odometerKm", odometerKm, 0, MAX_ODOMETER_KM),
                route == null ? null : Fields.id("route", route),
                trip == null ? null : Fields.name("trip", trip, MAX_TRIP),
                distinctCodes(),
                Fields.texts("attributes", attributes));
    }

    private Instant moment(Instant now) {
        if (Fields.required("at", at).isBefore(EARLIEST)) {
            throw ProblemException.invalid("at", "at must not be before " + EARLIEST);
        }
        if (at.isAfter(now.plus(AHEAD))) {
            throw ProblemException.invalid("at", "at must not be more than a day ahead");
        }
        return at;
    }

    private Double direction() {
        if (bearing != null && !(bearing >= 0 && bearing < 360)) {
            throw ProblemException.invalid("bearing", "bearing must be a number from 0 to below 360");
        }
        return bearing;
    }

    /** Null stays null: it is not the same as none. */
    private List<String> distinctCodes() {
        if (codes == null || codes.isEmpty()) {
            return codes;
        }
        if (codes.size() > MAX_CODES) {
            throw ProblemException.invalid("codes", "codes must be at most " + MAX_CODES);
        }
        for (String code : codes) {
            if (code == null || !CODE.matcher(code).matches()) {
                throw ProblemException.invalid("codes", "codes must each be 1 to 16 letters, digits and . _ -");
            }
        }
        return codes.stream().distinct().toList();
    }
}
