package io.varve.http.telemetry;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.read.speed.SpeedBucket;
import io.varve.read.speed.SpeedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** What is asked about speeds, and which way it is to be answered. */
record SpeedRequest(SpeedQuery query, Plan plan) {
    private static final Set<String> PARAMETERS = Set.of("region", "route", "fleet", "from", "to", "bucket", "plan");
    private static final Duration USUAL_PERIOD = Duration.ofDays(7);

    enum Plan {
        MODEL,
        REPLAY,
        BOTH
    }

    /**
     * Whole hours are the default: the model has them ready, and they are the same for everybody who asks in that hour.
     *
     * @throws ProblemException that names the parameter
     */
    static SpeedRequest of(HttpRequest request, Instant now) {
        Requests.allowParameters(request, PARAMETERS);
        var to = Requests.instant(request, "to")
                .orElseGet(() -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS));
        var from = Requests.instant(request, "from").orElseGet(() -> to.minus(USUAL_PERIOD));
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("from", "from must be before to");
        }
        if (Duration.between(from, to).compareTo(SpeedQuery.LONGEST) > 0) {
            throw ProblemException.invalid(
                    "from", "from must be at most " + SpeedQuery.LONGEST.toDays() + " days before to");
        }
        var bucket = oneOf(request, "bucket", SpeedBucket.HOUR);
        var plan = oneOf(request, "plan", Plan.MODEL);
        var query = new SpeedQuery(id(request, "region"), id(request, "route"), id(request, "fleet"), from, to, bucket);
        if (plan != Plan.REPLAY && !query.hasModel()) {
            throw ProblemException.invalid(
                    "plan", "plan must be replay: the model has one of region, route and fleet at a time");
        }
        return new SpeedRequest(query, plan);
    }

    private static Optional<String> id(HttpRequest request, String name) {
        return Requests.text(request, name).map(value -> Fields.id(name, value));
    }

    private static <E extends Enum<E>> E oneOf(HttpRequest request, String name, E otherwise) {
        var values = otherwise.getDeclaringClass().getEnumConstants();
        return Requests.text(request, name)
                .map(text -> Arrays.stream(values)
                        .filter(value -> nameOf(value).equals(text))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                name,
                                name + " must be one of "
                                        + Arrays.stream(values)
                                                .map(SpeedRequest::nameOf)
                                                .collect(Collectors.joining(", ")))))
                .orElse(otherwise);
    }

    static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
