package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.time.Instant;

/** The API that a peer is expected to have; it does not know where regions lie, so its signals name theirs. */
final class PeerFleetRequests extends FleetRequests {
    PeerFleetRequests(String host) {
        super(host);
    }

    @Override
    SignalText text(Area area) {
        return new SignalText(area, true);
    }

    @Override
    FullHttpRequest report(String vehicleId, String signals) {
        return post("/vehicles/" + vehicleId + "/signals", signals);
    }

    @Override
    int taken() {
        return 201;
    }

    @Override
    FullHttpRequest average(String regionId, Instant from, Instant to) {
        return get("/regions/" + regionId + "/average-speed?from=" + from + "&to=" + to);
    }

    @Override
    Average average(JsonNode answer) {
        return new Average(
                answer.required("signals").asLong(),
                answer.required("averageSpeedKmh").asDouble());
    }
}
