package io.varve.read.live;

import io.varve.node.vehicle.VehicleEvent;
import io.varve.node.vehicle.VehicleEvent.Registered;
import io.varve.read.query.Cursor;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Happened;
import io.varve.read.vehicle.VehicleView;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** The vehicles in memory. Each event counts once, in the order of its vehicle, whoever brings it and how often. */
final class Fleet {
    private static final String LIST = "vehicles";

    private final ConcurrentNavigableMap<String, VehicleView> vehicles = new ConcurrentSkipListMap<>();

    Collection<VehicleView> all() {
        return Collections.unmodifiableCollection(vehicles.values());
    }

    Page<VehicleView> page(Predicate<VehicleView> wanted, PageRequest page) {
        var after = page.cursor().map(cursor -> Cursor.decode(LIST, 1, cursor).get(0));
        var rest = after.map(id -> vehicles.tailMap(id, false)).orElse(vehicles).values().stream()
                .filter(wanted)
                .limit(page.limit() + 1L)
                .toList();
        return rest.size() <= page.limit()
                ? new Page<>(rest, Optional.empty())
                : new Page<>(
                        rest.subList(0, page.limit()),
                        Optional.of(
                                Cursor.encode(LIST, rest.get(page.limit() - 1).vehicleId())));
    }

    Optional<VehicleView> vehicle(String vehicleId) {
        return Optional.ofNullable(vehicles.get(vehicleId));
    }

    /** The revision that is known of a vehicle; 0 for none. */
    long revision(String vehicleId) {
        var known = vehicles.get(vehicleId);
        return known == null ? 0 : known.revision();
    }

    /** What people call the vehicle; its id as long as that is not known. */
    String label(String vehicleId) {
        var known = vehicles.get(vehicleId);
        return known == null ? vehicleId : known.profile().label();
    }

    /** Takes the event if it is the vehicle's next; what is older is known, and what is younger must wait for it. */
    void take(Happened<VehicleEvent> happened) {
        vehicles.compute(happened.entityId(), (id, known) -> {
            if (known == null) {
                return happened.event() instanceof Registered first ? VehicleFold.registered(happened, first) : null;
            }
            return happened.revision() == known.revision() + 1 ? VehicleFold.after(known, happened) : known;
        });
    }

    /** Takes the vehicle as the views have it, if they know more. */
    void take(VehicleView view) {
        vehicles.merge(view.vehicleId(), view, (known, other) -> other.revision() > known.revision() ? other : known);
    }
}
