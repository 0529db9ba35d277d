package io.varve.http.vehicle;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.varve.http.web.Bodies;
import io.varve.http.web.ProblemException;
import io.varve.node.vehicle.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A line of a stream of signals, checked: one signal of a vehicle, or several. */
record SignalLine(String vehicleId, List<Signal> signals) {
    /**
     * As it came: what a {@link RawSignal} has, or else {@code signals}.
     *
     * @param signals null when the line is a signal itself
     */
    private record Body(
            String vehicleId,
            List<RawSignal> signals,
            @JsonDeserialize(using = MomentReader.class) Instant at,
            Double lat,
            Double lon,
            Double speedKmh,
            Double bearing,
            Double odometerKm,
            String route,
            String trip,
            List<String> codes,

            @JsonDeserialize(contentUsing = ScalarReader.class)
            Map<String, String> attributes) {
        RawSignal signal() {
            return new RawSignal(at, lat, lon, speedKmh, bearing, odometerKm, route, trip, codes, attributes);
        }
    }

    /**
     * @param now the time of its arrival
     * @throws ProblemException that names the field
     */
    static SignalLine read(byte[] line, Instant now) {
        var body = Bodies.read(line, Body.class);
        return new SignalLine(VehicleRequests.id("vehicleId", body.vehicleId()), signals(body, now));
    }

    private static List<Signal> signals(Body body, Instant now) {
        if (body.signals() == null) {
            return List.of(body.signal().checked(now));
        }
        if (!body.signal().equals(RawSignal.NOTHING)) {
            throw ProblemException.invalid("signals", "signals must not stand beside the fields of a signal");
        }
        return SignalReader.checked("signals", body.signals(), now);
    }
}
