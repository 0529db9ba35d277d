package io.varve.read.region;

import io.varve.read.query.Concurrently;
import io.varve.read.route.RouteView;
import io.varve.read.route.RouteViews;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * Reads maps, one after the other. What is on a map stays there while the views are rebuilt: that a row is gone, or is of
 * an earlier revision, says nothing. A region leaves the map when its row says that it was removed.
 */
final class MapReader {
    private final RegionViews regions;
    private final RouteViews routes;
    /** Up to which revision regions that were removed since are not to come back. */
    private final Map<String, Long> removed = new HashMap<>();

    MapReader(RegionViews regions, RouteViews routes) {
        this.regions = regions;
        this.routes = routes;
    }

    /** The map after this one. */
    CompletionStage<RegionMap> next(RegionMap known) {
        return regions.all(known.regions())
                .thenCompose(found -> nextRegions(known.regions(), found))
                .thenCombine(
                        routes.all(),
                        (nextRegions, found) -> known.next(nextRegions, nextRoutes(known.routes(), found)));
    }

    private CompletionStage<List<RegionView>> nextRegions(Map<String, RegionView> known, List<RegionView> found) {
        var byId = new TreeMap<String, RegionView>();
        for (var region : found) {
            var id = region.regionId();
            if (region.revision() > removed.getOrDefault(id, 0L)) {
                removed.remove(id);
                var before = known.get(id);
                byId.put(id, before != null && before.revision() > region.revision() ? before : region);
            }
        }
        var missing = known.values().stream()
                .filter(region -> !byId.containsKey(region.regionId()))
                .toList();
        return Concurrently.forEach(missing, this::unlessRemoved).thenApply(kept -> {
            var all = new ArrayList<>(byId.values());
            kept.forEach(region -> region.ifPresent(all::add));
            return all;
        });
    }

    private CompletionStage<Optional<RegionView>> unlessRemoved(RegionView region) {
        return regions.revision(region.regionId()).thenApply(revision -> {
            if (revision <= region.revision()) {
                return Optional.of(region);
            }
            removed.put(region.regionId(), region.revision());
            return Optional.empty();
        });
    }

    /** Routes are never removed. */
    private static Collection<RouteView> nextRoutes(Map<String, RouteView> known, List<RouteView> found) {
        var byId = new HashMap<>(known);
        found.forEach(route -> byId.merge(route.routeId(), route, (a, b) -> a.revision() > b.revision() ? a : b));
        return byId.values();
    }
}
