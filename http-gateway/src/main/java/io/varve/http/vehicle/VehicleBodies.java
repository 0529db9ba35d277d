package io.varve.http.vehicle;

import io.varve.read.vehicle.SignalView;
import io.varve.read.vehicle.VehicleView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** The bodies of answers about vehicles. */
public final class VehicleBodies {
    private VehicleBodies() {}

    record Defined(String vehicleId, long revision) {}

    /** What has become of the signals of a report; {@code tooOld} only when some were. */
    record Reported(String vehicleId, int accepted, int duplicates, int late, Optional<Integer> tooOld, long revision) {
        static Reported of(VehicleReports.Done done) {
            var a = done.answer();
            return of(a.vehicleId(), a.accepted(), a.duplicates(), a.late(), a.tooOld(), done.revision());
        }

        static Reported of(String vehicleId, int accepted, int duplicates, int late, int tooOld, long revision) {
            var old = tooOld == 0 ? Optional.<Integer>empty() : Optional.of(tooOld);
            return new Reported(vehicleId, accepted, duplicates, late, old, revision);
        }
    }

    record ActiveCode(String code, Instant since) {}

    record InRegion(String regionId, Instant since) {}

    /** A vehicle and its newest signal; what is not known is empty. */
    public record Vehicle(
            String vehicleId,
            String label,
            String fleet,
            Optional<String> route,
            Optional<String> kind,
            Optional<Double> speedLimitKmh,
            Optional<Instant> at,
            Optional<Instant> arrivedAt,
            Optional<Double> lat,
            Optional<Double> lon,
            Optional<Double> speedKmh,
            Optional<Double> bearing,
            Optional<Double> odometerKm,
            Optional<String> trip,
            Optional<Map<String, String>> attributes,
            List<ActiveCode> codes,
            List<InRegion> regions,
            boolean overspeed,
            long revision) {
        public static Vehicle of(VehicleView view) {
            var profile = view.profile();
            var newest = view.newest().map(SignalView::signal);
            return new Vehicle(
                    view.vehicleId(),
                    profile.label(),
                    profile.fleet(),
                    newest.map(signal -> signal.route()).or(() -> Optional.ofNullable(profile.route())),
                    Optional.ofNullable(profile.kind()),
                    Optional.ofNullable(profile.speedLimitKmh()),
                    newest.map(signal -> signal.at()),
                    view.newest().map(SignalView::arrivedAt),
                    newest.map(signal -> signal.lat()),
                    newest.map(signal -> signal.lon()),
                    newest.map(signal -> signal.speedKmh()),
                    newest.map(signal -> signal.bearing()),
                    newest.map(signal -> signal.odometerKm()),
                    newest.map(signal -> signal.trip()),
                    newest.map(signal -> signal.attributes()).filter(attributes -> !attributes.isEmpty()),
                    since(view.codes(), ActiveCode::new),
                    since(view.regions(), InRegion::new),
                    view.overspeed(),
                    view.revision());
        }
    }

    private static <T> List<T> since(SortedMap<String, Instant> times, BiFunction<String, Instant, T> item) {
        return times.entrySet().stream()
                .map(each -> item.apply(each.getKey(), each.getValue()))
                .toList();
    }
}
