package io.varve.http.vehicle;

import io.varve.http.web.Bodies;
import io.varve.read.live.LiveSignal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.pekko.http.javadsl.model.sse.ServerSentEvent;

/** The events of the stream of signals. */
final class LiveBodies {
    private LiveBodies() {}

    private record Told(
            String vehicleId,
            String label,
            String fleet,
            Optional<String> route,
            Instant at,
            double lat,
            double lon,
            Optional<Double> speedKmh,
            Optional<Double> bearing,
            Optional<List<String>> codes,
            List<String> regions,
            boolean late) {
        static Told of(LiveSignal live) {
            var signal = live.signal().signal();
            return new Told(
                    live.vehicleId(),
                    live.label(),
                    live.signal().fleet(),
                    Optional.ofNullable(signal.route()),
                    signal.at(),
                    signal.lat(),
                    signal.lon(),
                    Optional.ofNullable(signal.speedKmh()),
                    Optional.ofNullable(signal.bearing()),
                    Optional.ofNullable(signal.codes()),
                    live.signal().regions(),
                    live.late());
        }
    }

    static ServerSentEvent event(LiveSignal live) {
        return event(new String(Bodies.write(Told.of(live)), StandardCharsets.UTF_8), "signal", live.position());
    }

    /** Tells nothing but that the stream is alive, and how far it has come; browsers keep the id and fire no event. */
    static ServerSentEvent heartbeat(String position) {
        return ServerSentEvent.create("", Optional.empty(), Optional.of(position), OptionalInt.empty());
    }

    private static ServerSentEvent event(String data, String type, String id) {
        return ServerSentEvent.create(data, Optional.of(type), Optional.of(id), OptionalInt.empty());
    }
}
