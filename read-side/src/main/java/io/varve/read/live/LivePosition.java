package io.varve.read.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.varve.node.entity.Json;
import io.varve.read.feed.FeedMark;
import io.varve.read.feed.Following;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody has had of the stream.
 *
 * @param mark the writes that he has had wholly
 * @param begun by the key of their {@link VehicleWrite}, those of which he has had a part: as far as it goes
 */
record LivePosition(FeedMark mark, Map<String, Part> begun) {
    private static final String SEPARATOR = ".";

    /**
     * The part of a write that was had: of one of its events some signals, and all before that event.
     *
     * @param revision the event
     * @param signals how many of it
     */
    record Part(
            @JsonProperty("r") long revision,
            @JsonProperty("n") int signals) {}

    private record Stored(@JsonProperty("b") TreeMap<String, Part> begun) {}

    static LivePosition at(FeedMark mark) {
        return new LivePosition(mark, Map.of());
    }

    boolean isWhole() {
        return begun.isEmpty();
    }

    LivePosition with(FeedMark others) {
        return new LivePosition(mark.with(others), begun);
    }

    /** The write has been had to its end. */
    LivePosition with(VehicleWrite write) {
        var next = mark.with(write.place());
        if (!begun.containsKey(write.key())) {
            return new LivePosition(next, begun);
        }
        var fewer = new TreeMap<>(begun);
        fewer.remove(write.key());
        return new LivePosition(next, Collections.unmodifiableMap(fewer));
    }

    LivePosition with(VehicleWrite write, Part part) {
        var more = new TreeMap<>(begun);
        more.put(write.key(), part);
        return new LivePosition(mark, Collections.unmodifiableMap(more));
    }

    String text() {
        return begun.isEmpty() ? mark.text() : mark.text() + SEPARATOR + parts();
    }

    private String parts() {
        try {
            var stored = new Stored(new TreeMap<>(begun));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Json.WIRE.writeValueAsBytes(stored));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a position", e);
        }
    }

    /** @throws BadPositionException if it is no position in that feed */
    static LivePosition of(String text, Following<?> following) {
        int separator = text.indexOf(SEPARATOR);
        try {
            var mark = following.mark(separator < 0 ? text : text.substring(0, separator));
            return new LivePosition(mark, separator < 0 ? Map.of() : parts(text.substring(separator + 1)));
        } catch (IllegalArgumentException e) {
            throw new BadPositionException();
        }
    }

    private static Map<String, Part> parts(String text) {
        try {
            var stored = Json.WIRE.readValue(Base64.getUrlDecoder().decode(text), Stored.class);
            boolean sound = stored.begun() != null
                    && stored.begun().values().stream()
                            .allMatch(part -> part != null && part.revision() > 0 && part.signals() >= 0);
            if (!sound) {
                throw new IllegalArgumentException("not a position");
            }
            return Collections.unmodifiableMap(stored.begun());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a position", e);
        }
    }
}
