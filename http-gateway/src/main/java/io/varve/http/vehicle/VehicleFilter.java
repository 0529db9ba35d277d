package io.varve.http.vehicle;

import io.varve.http.web.Fields;
import io.varve.http.web.ProblemException;
import io.varve.http.web.Requests;
import io.varve.node.vehicle.Signal;
import io.varve.read.live.LiveSignal;
import io.varve.read.vehicle.VehicleView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/**
 * Which vehicles, or signals of them, somebody wants: those that have one of the values of each kind that he names.
 *
 * @param fleets none for any; so are the others
 * @param box or empty for anywhere
 */
record VehicleFilter(
        Set<String> fleets, Set<String> routes, Set<String> regions, Set<String> vehicles, Optional<Box> box) {
    static VehicleFilter of(HttpRequest request) {
        return new VehicleFilter(
                ids(request, "fleet"),
                ids(request, "route"),
                ids(request, "region"),
                ids(request, "vehicle"),
                Requests.text(request, "bbox").map(Box::of));
    }

    private static Set<String> ids(HttpRequest request, String name) {
        return Set.copyOf(Requests.list(request, name).stream()
                .map(id -> Fields.id(name, id))
                .toList());
    }

    /** Of a vehicle, what it was at its newest signal. */
    boolean wants(VehicleView vehicle) {
        var newest = vehicle.newest().map(seen -> seen.signal());
        var route = newest.map(Signal::route).orElse(vehicle.profile().route());
        return has(fleets, vehicle.profile().fleet())
                && has(routes, route)
                && hasOne(regions, vehicle.regions().keySet())
                && has(vehicles, vehicle.vehicleId())
                && box.map(within -> newest.filter(signal -> within.contains(signal.lat(), signal.lon()))
                                .isPresent())
                        .orElse(true);
    }

    boolean wants(LiveSignal live) {
        var seen = live.signal();
        return has(fleets, seen.fleet())
                && has(routes, seen.signal().route())
                && hasOne(regions, seen.regions())
                && has(vehicles, live.vehicleId());
    }

    private static boolean has(Set<String> wanted, String value) {
        return wanted.isEmpty() || value != null && wanted.contains(value);
    }

    private static boolean hasOne(Set<String> wanted, Collection<String> values) {
        return wanted.isEmpty() || !Collections.disjoint(wanted, values);
    }

    /** A part of the map, in degrees; over the antimeridian when its west is greater than its east. */
    record Box(double west, double south, double east, double north) {
        static Box of(String text) {
            List<Double> numbers = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                numbers.add(number(part));
            }
            if (numbers.size() != 4) {
                throw bad();
            }
            var box = new Box(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
            boolean sound = Math.abs(box.west) <= 180
                    && Math.abs(box.east) <= 180
                    && box.south >= -90
                    && box.south <= box.north
                    && box.north <= 90;
            if (!sound) {
                throw bad();
            }
            return box;
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                throw bad();
            }
        }

        private static ProblemException bad() {
            return ProblemException.invalid(
                    "bbox", "bbox must be minLon,minLat,maxLon,maxLat in degrees, minLat at most maxLat");
        }

        boolean contains(double lat, double lon) {
            boolean between = west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
            return between && lat >= south && lat <= north;
        }
    }
}
