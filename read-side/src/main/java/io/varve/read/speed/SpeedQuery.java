package io.varve.read.speed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which speeds are wanted: those that match all of region, route and fleet, or simply all.
 *
 * @param from the first time
 * @param to the end, excluded
 * @param bucket how long the parts are that are averaged, beside the whole
 */
public record SpeedQuery(
        Optional<String> region,
        Optional<String> route,
        Optional<String> fleet,
        Instant from,
        Instant to,
        SpeedBucket bucket) {
    /** How long a period may be. */
    public static final Duration LONGEST = Duration.ofDays(400);

    /** @throws IllegalArgumentException when the period is empty, or longer than {@link #LONGEST} */
    public SpeedQuery {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("not a period of at most " + LONGEST + ": " + from + " to " + to);
        }
    }

    /** Whether the model can answer: it knows no combinations of region, route and fleet. */
    public boolean hasModel() {
        return Stream.of(region, route, fleet).filter(Optional::isPresent).count() <= 1;
    }

    /** The groups that a signal must be in. */
    List<SpeedGroup> groups(Optional<Outline> outline) {
        List<SpeedGroup> groups = new ArrayList<>();
        outline.map(SpeedGroup::region).ifPresent(groups::add);
        route.map(SpeedGroup::route).ifPresent(groups::add);
        fleet.map(SpeedGroup::fleet).ifPresent(groups::add);
        return groups.isEmpty() ? List.of(SpeedGroup.ALL) : groups;
    }

    boolean covers(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
