package io.varve.http;

/** Regions of a test. */
final class Regions {
    private static final double HALF_DEGREES = 0.01;

    /** Of south, west, north and east. */
    private static final String RING = "[[%2$s,%1$s],[%4$s,%1$s],[%4$s,%3$s],[%2$s,%3$s],[%2$s,%1$s]]";
    /** Of a ring and a name. */
    private static final String FEATURE = """
            {
              "type": "Feature",
              "geometry": {"type": "Polygon", "coordinates": [%s]},
              "properties": {"name": "%s", "speedLimitKmh": 50}
            }
            """;

    private Regions() {}

    /** Draws a square around a place, with a limit of 50 km/h; answers its id. */
    static String square(Api api, String name, double lat, double lon) {
        String id = Api.fresh("region");
        double south = lat - HALF_DEGREES;
        double north = lat + HALF_DEGREES;
        double west = lon - HALF_DEGREES;
        double east = lon + HALF_DEGREES;
        String ring = RING.formatted(south, west, north, east);
        String feature = FEATURE.formatted(ring, name);
        api.good("PUT", "/v1/regions/" + id, feature).expect(201);
        return id;
    }
}
