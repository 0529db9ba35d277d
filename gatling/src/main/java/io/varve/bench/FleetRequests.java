package io.varve.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.handler.codec.http.FullHttpRequest;
import java.time.Instant;

/** What is asked of every system alike about vehicles, in the words of one. */
abstract class FleetRequests extends HttpRequests {
    /** How fast vehicles were on average, and how many signals say so. */
    record Average(long signals, double meanKmh) {}

    FleetRequests(String host) {
        super(host);
    }

    /** Signals as this system takes them. */
    abstract SignalText text(Area area);

    /** Reports signals of a vehicle; answered with {@link #taken()} when all of them are kept. */
    abstract FullHttpRequest report(String vehicleId, String signals);

    abstract int taken();

    /** The average speed in a region, from the first moment to the end, which is excluded; answered 200. */
    abstract FullHttpRequest average(String regionId, Instant from, Instant to);

    abstract Average average(JsonNode answer);
}
