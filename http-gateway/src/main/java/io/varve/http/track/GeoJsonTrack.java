package io.varve.http.track;

import com.fasterxml.jackson.core.JsonGenerator;
import io.varve.http.web.Bodies;
import io.varve.read.vehicle.SignalView;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** A FeatureCollection (RFC 7946): the way as a LineString, if there are two points, and each signal as a Point. */
final class GeoJsonTrack implements TrackWriter {
    private final Track track;
    private final JsonGenerator json;

    GeoJsonTrack(Track track, OutputStream out) {
        this.track = track;
        json = Bodies.generator(out);
    }

    private record Feature(String type, Geometry geometry, Object properties) {
        static Feature of(String geometryType, Object coordinates, Object properties) {
            return new Feature("Feature", new Geometry(geometryType, coordinates), properties);
        }
    }

    private record Geometry(String type, Object coordinates) {}

    /** @param signals how many they are */
    private record Way(String vehicleId, String label, Instant from, Instant to, int signals) {}

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        if (track.truncated()) {
            json.writeBooleanField("truncated", true);
        }
        json.writeArrayFieldStart("features");
        if (track.signals().size() > 1) {
            var points = track.signals().stream().map(GeoJsonTrack::point).toArray(double[][]::new);
            json.writePOJO(Feature.of("LineString", points, way()));
        }
    }

    private Way way() {
        var signals = track.signals();
        var vehicle = track.vehicle();
        return new Way(
                vehicle.vehicleId(),
                vehicle.profile().label(),
                signals.get(0).signal().at(),
                signals.get(signals.size() - 1).signal().at(),
                signals.size());
    }

    /** Longitude comes first in GeoJSON. */
    private static double[] point(SignalView view) {
        return new double[] {view.signal().lon(), view.signal().lat()};
    }

    @Override
    public void write(SignalView signal) throws IOException {
        json.writePOJO(Feature.of("Point", point(signal), TrackItem.withoutPoint(signal)));
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
