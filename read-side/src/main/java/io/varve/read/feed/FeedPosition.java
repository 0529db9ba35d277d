package io.varve.read.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.varve.node.entity.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a worker has read the feed: for each journal and slice the number of the last row that it had.
 *
 * <p>Journals that are dead and read to their end are forgotten, all up to one number; so the position does not grow
 * with every restart of a node.
 */
final class FeedPosition {
    private final SliceRange range;
    private final TreeMap<Integer, long[]> numbers = new TreeMap<>();
    private int finishedUpTo;

    /** What is stored: for each journal the numbers of the range's slices in their order. */
    private record Stored(
            @JsonProperty("first") int first,
            @JsonProperty("finished") int finished,
            @JsonProperty("read") Map<Integer, long[]> read) {}

    private FeedPosition(SliceRange range) {
        this.range = range;
    }

    /** Before the first row. */
    static FeedPosition start(SliceRange range) {
        return new FeedPosition(range);
    }

    /** Of all slices: what a mark has without what is ahead. */
    static FeedPosition of(SliceMark mark) {
        var position = new FeedPosition(SliceRange.of(0, 1));
        position.finishedUpTo = mark.finishedUpTo();
        mark.numbers().forEach((writer, read) -> position.numbers.put(writer, read.clone()));
        return position;
    }

    /** As a mark; the position must be of all slices. */
    SliceMark mark() {
        var read = new TreeMap<Integer, long[]>();
        numbers.forEach((writer, ofWriter) -> read.put(writer, ofWriter.clone()));
        return new SliceMark(finishedUpTo, read);
    }

    /** @throws IllegalArgumentException when the offset is not one of these slices */
    static FeedPosition of(String offset, SliceRange range) {
        try {
            var stored = Json.JOURNAL.readValue(offset, Stored.class);
            boolean fits = stored.first() == range.first()
                    && stored.read().values().stream().allMatch(read -> read.length == range.count());
            if (!fits) {
                throw new IllegalArgumentException("not a position in the slices of " + range + ": " + offset);
            }
            var position = new FeedPosition(range);
            position.finishedUpTo = stored.finished();
            position.numbers.putAll(stored.read());
            return position;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a position in the slice feed: " + offset, e);
        }
    }

    String offset() {
        try {
            return Json.JOURNAL.writeValueAsString(new Stored(range.first(), finishedUpTo, numbers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a position", e);
        }
    }

    boolean isFinished(int writer) {
        return writer <= finishedUpTo;
    }

    /** The number of the last row that was had of a slice, 0 before the first. */
    long number(int writer, int slice) {
        var read = numbers.get(writer);
        return read == null ? 0 : read[slice - range.first()];
    }

    void advance(int writer, int slice, long number) {
        numbers.computeIfAbsent(writer, w -> new long[range.count()])[slice - range.first()] = number;
    }

    /** Forgets a journal and all before it: nothing of them is left to be read. */
    void finish(int writer) {
        finishedUpTo = writer;
        numbers.headMap(writer, true).clear();
    }
}
