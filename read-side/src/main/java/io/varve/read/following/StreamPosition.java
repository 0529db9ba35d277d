package io.varve.read.following;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.varve.node.entity.Json;
import io.varve.read.feed.FeedMark;
import io.varve.read.feed.FeedPlace;
import io.varve.read.feed.Following;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody has had of the stream of a kind.
 *
 * @param mark the writes that he has had wholly
 * @param begun by their {@link #key}, those of which he has had a part: as far as it goes
 */
public record StreamPosition(FeedMark mark, Map<String, Part> begun) {
    private static final String SEPARATOR = ".";

    /**
     * The part of a write that was had: of one of its events some of what it tells, and all before that event.
     *
     * @param revision the event
     * @param told how much of it
     */
    public record Part(
            @JsonProperty("r") long revision,
            @JsonProperty("n") int told) {}

    private record Stored(@JsonProperty("b") TreeMap<String, Part> begun) {}

    public static StreamPosition at(FeedMark mark) {
        return new StreamPosition(mark, Map.of());
    }

    /** Names a write: no other one has both its entity and its first event. */
    public static String key(String entityId, long firstRevision) {
        return entityId + "|" + firstRevision;
    }

    boolean isWhole() {
        return begun.isEmpty();
    }

    StreamPosition with(FeedMark others) {
        return new StreamPosition(mark.with(others), begun);
    }

    /** The write has been had to its end. */
    public StreamPosition with(String key, FeedPlace place) {
        var next = mark.with(place);
        if (!begun.containsKey(key)) {
            return new StreamPosition(next, begun);
        }
        var fewer = new TreeMap<>(begun);
        fewer.remove(key);
        return new StreamPosition(next, Collections.unmodifiableMap(fewer));
    }

    /** The write has been had as far as that. */
    public StreamPosition with(String key, Part part) {
        var more = new TreeMap<>(begun);
        more.put(key, part);
        return new StreamPosition(mark, Collections.unmodifiableMap(more));
    }

    /** For {@link #of}: letters, digits, {@code -}, {@code _} and {@code .}, some hundred of them. */
    public String text() {
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
    public static StreamPosition of(String text, Following<?> following) {
        int separator = text.indexOf(SEPARATOR);
        try {
            var mark = following.mark(separator < 0 ? text : text.substring(0, separator));
            return new StreamPosition(mark, separator < 0 ? Map.of() : parts(text.substring(separator + 1)));
        } catch (IllegalArgumentException e) {
            throw new BadPositionException();
        }
    }

    private static Map<String, Part> parts(String text) {
        try {
            var stored = Json.WIRE.readValue(Base64.getUrlDecoder().decode(text), Stored.class);
            boolean sound = stored != null
                    && stored.begun() != null
                    && stored.begun().values().stream()
                            .allMatch(part -> part != null && part.revision() > 0 && part.told() >= 0);
            if (!sound) {
                throw new IllegalArgumentException("not a position");
            }
            return Collections.unmodifiableMap(stored.begun());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a position", e);
        }
    }
}
