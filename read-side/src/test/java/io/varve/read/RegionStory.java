package io.varve.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Json;
import io.varve.node.region.RegionEvent;
import io.varve.node.region.RegionShape;
import io.varve.node.route.RouteEvent;
import io.varve.read.table.Happened;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a region. */
public final class RegionStory {
    private final String regionId;
    private final List<Happened<RegionEvent>> events = new ArrayList<>();

    public RegionStory(String regionId) {
        this.regionId = regionId;
    }

    public List<Happened<RegionEvent>> events() {
        return events;
    }

    /** A square in degrees. */
    public static JsonNode square(double west, double south, double size) {
        double east = west + size;
        double north = south + size;
        return json("{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[%s,%s],[%s,%s],[%s,%s],[%s,%s]]]}"
                .formatted(west, south, east, south, east, north, west, north, west, south));
    }

    public static JsonNode json(String text) {
        try {
            return Json.JOURNAL.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RegionStory drawn(String name, JsonNode geometry, Double speedLimitKmh, int outline) {
        return then(new RegionEvent.Drawn(regionId, new RegionShape(name, geometry, speedLimitKmh), outline));
    }

    public RegionStory removed() {
        return then(new RegionEvent.Removed(regionId));
    }

    /** A region that has seen an event of every type. */
    public static RegionStory full(String regionId) {
        return new RegionStory(regionId)
                .drawn("Old town", square(0, 0, 1), 30.0, 1)
                .drawn("New town", square(0, 0, 1), null, 1)
                .drawn("New town", square(0, 0, 2), null, 2)
                .removed()
                .drawn("Town", square(0, 0, 1), 50.0, 3);
    }

    private RegionStory then(RegionEvent event) {
        events.add(happened(regionId, events.size() + 1, event));
        return this;
    }

    public static Happened<RouteEvent> route(String routeId, long revision, String label, Double speedLimitKmh) {
        return happened(routeId, revision, new RouteEvent.Defined(routeId, label, speedLimitKmh));
    }

    private static <E> Happened<E> happened(String id, long revision, E event) {
        var at = Instant.parse("2026-03-01T12:00:00Z");
        return new Happened<>(id, revision, new CommandMeta("command-" + revision, "digest", "tester", at), event);
    }
}
