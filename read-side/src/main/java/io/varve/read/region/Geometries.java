package io.varve.read.region;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the geometries of regions. */
final class Geometries {
    private static final Logger LOG = LoggerFactory.getLogger(Geometries.class);

    private Geometries() {}

    /**
     * The region's area. Whoever drew a region has checked it; one that is no area all the same is taken for empty, since
     * it must not take all others from the map.
     */
    static Geometry read(RegionView region) {
        try {
            var geometry = new GeoJsonReader().read(region.geometry().toString());
            if (geometry instanceof Polygonal) {
                return geometry;
            }
            LOG.error("region {} is a {}, which has no area", region.regionId(), geometry.getGeometryType());
        } catch (ParseException | RuntimeException e) {
            LOG.error("region {} has a geometry that cannot be read", region.regionId(), e);
        }
        return new GeometryFactory().createPolygon();
    }
}
