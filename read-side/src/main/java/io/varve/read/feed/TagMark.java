package io.varve.read.feed;

import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.varve.node.entity.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.apache.pekko.persistence.query.TimeBasedUUID;

/**
 * The events of each tag up to a time. An event that becomes visible below it, because its tag was written late, counts
 * as had.
 */
final class TagMark implements FeedMark {
    private static final int VERSION = 2;

    private final List<UUID> times;

    /** In CBOR, where a UUID is its 16 bytes. */
    private record Stored(
            @JsonProperty("v") int version,
            @JsonProperty("t") List<UUID> times) {}

    /** @param times of each tag */
    TagMark(List<UUID> times) {
        this.times = List.copyOf(times);
    }

    UUID time(int tag) {
        return times.get(tag);
    }

    @Override
    public boolean has(FeedPlace place) {
        var event = (TagPlace) place;
        return !isAfter(event.time(), times.get(event.tag()));
    }

    @Override
    public TagMark with(FeedPlace place) {
        if (has(place)) {
            return this;
        }
        var event = (TagPlace) place;
        var next = new ArrayList<>(times);
        next.set(event.tag(), event.time());
        return new TagMark(next);
    }

    @Override
    public TagMark with(FeedMark others) {
        var other = (TagMark) others;
        var all = new ArrayList<UUID>();
        for (int tag = 0; tag < times.size(); tag++) {
            all.add(isAfter(other.time(tag), time(tag)) ? other.time(tag) : time(tag));
        }
        return new TagMark(all);
    }

    @Override
    public boolean covers(FeedMark others) {
        var other = (TagMark) others;
        for (int tag = 0; tag < times.size(); tag++) {
            if (isAfter(other.time(tag), time(tag))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAfter(UUID some, UUID other) {
        return new TimeBasedUUID(some).compare(new TimeBasedUUID(other)) > 0;
    }

    @Override
    public String text() {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Json.WIRE.writeValueAsBytes(new Stored(VERSION, times)));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a mark", e);
        }
    }

    /** @throws IllegalArgumentException if it is no mark of so many tags */
    static TagMark of(String text, int tags) {
        try {
            var stored = Json.WIRE.readValue(Base64.getUrlDecoder().decode(text), Stored.class);
            boolean sound = stored.version() == VERSION
                    && stored.times().size() == tags
                    && stored.times().stream().allMatch(time -> time.version() == 1);
            if (!sound) {
                throw new IllegalArgumentException("not a mark: " + text);
            }
            return new TagMark(stored.times());
        } catch (IOException | NullPointerException e) {
            throw new IllegalArgumentException("not a mark: " + text, e);
        }
    }

    /** That of a moment, of all tags. */
    static TagMark at(long epochMillis, int tags) {
        return new TagMark(Collections.nCopies(tags, Uuids.startOf(epochMillis)));
    }

    @Override
    public String toString() {
        return text();
    }
}
