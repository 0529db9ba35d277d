package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.time.Instant;

/** Varve's API. */
final class VarveFleetRequests extends FleetRequests {
    VarveFleetRequests(String host) {
        super(host);
    }

    @Override
    SignalText text(Area area) {
        return new SignalText(area, false);
    }

    @Override
    FullHttpRequest report(String vehicleId, String signals) {
        return post("/v1/vehicles/" + vehicleId + "/signals", signals);
    }

    @Override
    int taken() {
        return 202;
    }

    @Override
    FullHttpRequest average(String regionId, Instant from, Instant to) {
        return speed("region=" + regionId, from, to, "day");
    }

    @Override
    Average average(JsonNode answer) {
        JsonNode total = answer.required("total");
        long signals = total.required("count").asLong();
        return new Average(signals, total.path("meanKmh").asDouble());
    }

    /** Speeds by the model, hour by hour or day by day; answered 200, or 404 when the region is not known yet. */
    FullHttpRequest speed(String filter, Instant from, Instant to, String bucket) {
        return get("/v1/telemetry/speed?plan=model&" + filter + "&from=" + from + "&to=" + to + "&bucket=" + bucket);
    }

    /** Makes a vehicle known; answered 201. */
    FullHttpRequest define(Area area, int vehicle) {
        return put("/v1/vehicles/" + area.vehicleId(vehicle), "application/json", area.profile(vehicle));
    }

    /** Draws a region; answered 201. */
    FullHttpRequest draw(Area area, int region) {
        return put("/v1/regions/" + area.regionId(region), "application/geo+json", area.feature(region));
    }
}
