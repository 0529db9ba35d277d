package io.varve.read.region;

import io.varve.node.vehicle.SpeedLimit;
import io.varve.read.route.RouteView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The regions and routes of one moment, made for asking where a point lies. Immutable; any number of threads may ask.
 *
 * <p>Longitude and latitude are taken for plane coordinates, as RFC 7946 (3.1.1) has it: an edge is a straight line
 * between its ends in degrees.
 */
public final class RegionMap {
    /** The map of nothing. */
    public static final RegionMap EMPTY = new RegionMap(new TreeMap<>(), Map.of());

    private final Map<String, Area> areas;
    private final Map<String, RegionView> regions;
    private final Map<String, RouteView> routes;
    private final STRtree tree = new STRtree();

    /** A region, its bounds, and whether points lie in it; the index behind the locator is made when first asked. */
    private record Area(RegionView region, Envelope bounds, IndexedPointInAreaLocator locator) {
        private static Area of(RegionView region) {
            var geometry = Geometries.read(region);
            return new Area(region, geometry.getEnvelopeInternal(), new IndexedPointInAreaLocator(geometry));
        }

        /** The same region with other particulars. */
        private Area with(RegionView changed) {
            return new Area(changed, bounds, locator);
        }

        private boolean covers(Coordinate point) {
            return locator.locate(point) != Location.EXTERIOR;
        }
    }

    private RegionMap(Map<String, Area> areas, Map<String, RouteView> routes) {
        this.areas = areas;
        this.routes = Map.copyOf(routes);
        var views = new TreeMap<String, RegionView>();
        areas.forEach((id, area) -> {
            views.put(id, area.region());
            tree.insert(area.bounds(), area);
        });
        regions = Collections.unmodifiableMap(views);
        tree.build();
    }

    /** The map of these regions and routes. */
    public static RegionMap of(Collection<RegionView> regions, Collection<RouteView> routes) {
        return EMPTY.next(regions, routes);
    }

    /**
     * The map of these: this one when nothing has changed. Of regions whose outline is as it was here, what was made for
     * asking is kept.
     */
    RegionMap next(Collection<RegionView> nextRegions, Collection<RouteView> nextRoutes) {
        // Only what was read may stand for a map that was read, even if there is nothing on it.
        if (this != EMPTY && isOf(nextRegions, nextRoutes)) {
            return this;
        }
        var nextAreas = new TreeMap<String, Area>();
        for (var region : nextRegions) {
            var area = areas.get(region.regionId());
            boolean isSame = area != null && area.region().outline() == region.outline();
            nextAreas.put(region.regionId(), isSame ? area.with(region) : Area.of(region));
        }
        var byId = new TreeMap<String, RouteView>();
        nextRoutes.forEach(route -> byId.put(route.routeId(), route));
        return new RegionMap(nextAreas, byId);
    }

    private boolean isOf(Collection<RegionView> theseRegions, Collection<RouteView> theseRoutes) {
        return theseRegions.size() == regions.size()
                && theseRegions.stream().allMatch(region -> {
                    var known = regions.get(region.regionId());
                    return known != null && known.revision() == region.revision();
                })
                && Set.copyOf(theseRoutes).equals(Set.copyOf(routes.values()));
    }

    /** @return the ids of the regions that contain the point, sorted; a point on a border is in the region */
    @SuppressWarnings("unchecked") // What was put into the tree.
    public List<String> containing(double lat, double lon) {
        var point = new Coordinate(lon, lat);
        // Plain loops, here and for the limit: every signal asks.
        var found = new ArrayList<String>();
        for (var area : (List<Area>) tree.query(new Envelope(point))) {
            if (area.covers(point)) {
                found.add(area.region().regionId());
            }
        }
        Collections.sort(found);
        return List.copyOf(found);
    }

    /** The regions by id, sorted. */
    public Map<String, RegionView> regions() {
        return regions;
    }

    /** The routes by id. */
    public Map<String, RouteView> routes() {
        return routes;
    }

    /**
     * The strictest of the limits of some regions and a route; of equal ones the route's, then that of the first region.
     *
     * @param regionIds sorted; those that the map does not know have no limit
     * @param routeId or null
     * @return null when none of them has a limit
     */
    public SpeedLimit limitAt(List<String> regionIds, String routeId) {
        var route = routeId == null ? null : routes.get(routeId);
        var strictest = route == null ? null : stricter(null, route.speedLimitKmh(), "route:", routeId);
        for (String regionId : regionIds) {
            var region = regions.get(regionId);
            if (region != null) {
                strictest = stricter(strictest, region.speedLimitKmh(), "region:", regionId);
            }
        }
        return strictest;
    }

    private static SpeedLimit stricter(SpeedLimit soFar, Optional<Double> limitKmh, String of, String id) {
        return limitKmh.isPresent() && (soFar == null || limitKmh.get() < soFar.limitKmh())
                ? new SpeedLimit(limitKmh.get(), of + id)
                : soFar;
    }
}
