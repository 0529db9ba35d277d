package io.varve.read.speed;

/**
 * Signals that are averaged together.
 *
 * @param key {@code all}, {@code fleet:<id>}, {@code route:<id>} or {@code region:<id>@<outline>}
 */
record SpeedGroup(String key) {
    static final SpeedGroup ALL = new SpeedGroup("all");

    static SpeedGroup fleet(String id) {
        return new SpeedGroup("fleet:" + id);
    }

    static SpeedGroup route(String id) {
        return new SpeedGroup("route:" + id);
    }

    static SpeedGroup region(Outline outline) {
        return new SpeedGroup("region:" + outline.regionId() + "@" + outline.number());
    }
}
