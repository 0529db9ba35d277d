package io.varve.bench.buses;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which speeds are asked for: of signals that match all of region, route and fleet that are not null.
 *
 * @param region the name of a region
 * @param from the first moment
 * @param to the end, excluded
 * @param bucketHours 1 or 24
 */
record Question(String region, String route, String fleet, Instant from, Instant to, int bucketHours) {
    static final int HOUR = 1;
    static final int DAY = 24;

    Question in(String newRegion) {
        return new Question(newRegion, route, fleet, from, to, bucketHours);
    }

    Question on(String newRoute) {
        return new Question(region, newRoute, fleet, from, to, bucketHours);
    }

    Question of(String newFleet) {
        return new Question(region, route, newFleet, from, to, bucketHours);
    }

    Question during(Instant newFrom, Instant newTo) {
        return new Question(region, route, fleet, newFrom, newTo, bucketHours);
    }

    Question by(int newBucketHours) {
        return new Question(region, route, fleet, from, to, newBucketHours);
    }

    boolean takes(Sent sent) {
        Instant at = sent.row().at();
        return !at.isBefore(from)
                && at.isBefore(to)
                && (region == null || sent.regions().contains(region))
                && (route == null || sent.route().equals(route))
                && (fleet == null || sent.fleet().equals(fleet));
    }

    /** The model knows no combinations. */
    List<String> plans() {
        return Stream.of(region, route, fleet).filter(Objects::nonNull).count() > 1
                ? List.of("replay")
                : List.of("model", "replay");
    }

    /** @param regionPrefix begins the ids of the regions that are asked for */
    String path(String plan, String regionPrefix) {
        return "/v1/telemetry/speed?plan=" + plan + "&from=" + from + "&to=" + to + "&bucket="
                + (bucketHours == HOUR ? "hour" : "day")
                + (region == null ? "" : "&region=" + regionPrefix + region)
                + (route == null ? "" : "&route=" + route)
                + (fleet == null ? "" : "&fleet=" + fleet);
    }
}
