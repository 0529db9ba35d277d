package io.varve.http.track;

import com.fasterxml.jackson.core.JsonGenerator;
import io.varve.http.web.Bodies;
import io.varve.read.vehicle.SignalView;
import java.io.IOException;
import java.io.OutputStream;

/** {@code {"items":[..],"truncated":true}}. */
final class JsonTrack implements TrackWriter {
    private final Track track;
    private final JsonGenerator json;

    JsonTrack(Track track, OutputStream out) {
        this.track = track;
        json = Bodies.generator(out);
    }

    @Override
    public void begin() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
    }

    @Override
    public void write(SignalView signal) throws IOException {
        json.writePOJO(TrackItem.of(signal));
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        if (track.truncated()) {
            json.writeBooleanField("truncated", true);
        }
        json.writeEndObject();
    }

    @Override
    public void flush() throws IOException {
        json.flush();
    }
}
