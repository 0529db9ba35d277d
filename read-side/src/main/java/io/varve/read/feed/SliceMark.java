package io.varve.read.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.varve.node.entity.Json;
import io.varve.node.journal.FeedLog;
import java.io.IOException;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rows of all slices: for each journal and slice those up to a number, and some that came before their turn.
 *
 * <p>Rows come before their turn when a journal has fallen silent and its unconfirmed rows were looked up one by one,
 * and when the next write of their entity was faster. There are none, or few.
 */
final class SliceMark implements FeedMark {
    private static final int VERSION = 1;

    private final int finishedUpTo;
    private final SortedMap<Integer, long[]> numbers;
    private final SortedSet<SlicePlace> ahead;
    /** Made when it is asked for; many signals may be told under one mark. */
    private String text;

    /** In CBOR, where small numbers are short. */
    private record Stored(
            @JsonProperty("v") int version,
            @JsonProperty("f") int finished,
            @JsonProperty("r") Map<Integer, long[]> read,
            @JsonProperty("a") List<long[]> ahead) {}

    /**
     * @param finishedUpTo the last of the journals of which nothing is left to be had
     * @param numbers for each later journal the numbers of all slices
     */
    SliceMark(int finishedUpTo, SortedMap<Integer, long[]> numbers) {
        this(finishedUpTo, numbers, Collections.emptySortedSet());
    }

    private SliceMark(int finishedUpTo, SortedMap<Integer, long[]> numbers, SortedSet<SlicePlace> ahead) {
        this.finishedUpTo = finishedUpTo;
        this.numbers = numbers;
        this.ahead = ahead;
    }

    int finishedUpTo() {
        return finishedUpTo;
    }

    SortedMap<Integer, long[]> numbers() {
        return numbers;
    }

    /** The number up to which all rows are had. */
    long number(int writer, int slice) {
        var ofWriter = numbers.get(writer);
        return ofWriter == null ? 0 : ofWriter[slice];
    }

    @Override
    public boolean has(FeedPlace place) {
        var row = (SlicePlace) place;
        return row.writer() <= finishedUpTo || row.number() <= number(row.writer(), row.slice()) || ahead.contains(row);
    }

    @Override
    public SliceMark with(FeedPlace place) {
        if (has(place)) {
            return this;
        }
        var row = (SlicePlace) place;
        if (row.number() > number(row.writer(), row.slice()) + 1) {
            var more = new TreeSet<>(ahead);
            more.add(row);
            return new SliceMark(finishedUpTo, numbers, more);
        }
        long number = row.number();
        while (ahead.contains(new SlicePlace(row.writer(), row.slice(), number + 1))) {
            number++;
        }
        var next = new TreeMap<>(numbers);
        var ofWriter = numbers.get(row.writer());
        var changed = ofWriter == null ? new long[FeedLog.SLICES] : ofWriter.clone();
        changed[row.slice()] = number;
        next.put(row.writer(), changed);
        return new SliceMark(finishedUpTo, next, ahead).withoutNeedless();
    }

    @Override
    public SliceMark with(FeedMark others) {
        var other = (SliceMark) others;
        int finished = Math.max(finishedUpTo, other.finishedUpTo);
        var all = new TreeMap<>(numbers);
        other.numbers.forEach((writer, theirs) -> all.merge(writer, theirs, SliceMark::later));
        all.headMap(finished, true).clear();
        var both = ahead;
        if (!other.ahead.isEmpty()) {
            both = new TreeSet<>(ahead);
            both.addAll(other.ahead);
        }
        return new SliceMark(finished, all, both).withoutNeedless();
    }

    private static long[] later(long[] some, long[] others) {
        var later = some.clone();
        for (int slice = 0; slice < later.length; slice++) {
            later[slice] = Math.max(later[slice], others[slice]);
        }
        return later;
    }

    /** Without rows ahead that are not ahead any more. */
    private SliceMark withoutNeedless() {
        if (ahead.isEmpty()) {
            return this;
        }
        var still = new TreeSet<>(ahead);
        still.removeIf(row -> row.writer() <= finishedUpTo || row.number() <= number(row.writer(), row.slice()));
        return new SliceMark(finishedUpTo, numbers, still);
    }

    @Override
    public boolean covers(FeedMark others) {
        var other = (SliceMark) others;
        // Where a journal ended is forgotten once it is finished; whoever has not come to its end cannot tell.
        return other.finishedUpTo <= finishedUpTo
                && other.numbers.entrySet().stream().allMatch(theirs -> covers(theirs.getKey(), theirs.getValue()))
                && other.ahead.stream().allMatch(this::has);
    }

    private boolean covers(int writer, long[] theirs) {
        for (int slice = 0; slice < theirs.length; slice++) {
            if (writer > finishedUpTo && theirs[slice] > number(writer, slice)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text() {
        if (text == null) {
            text = encode();
        }
        return text;
    }

    private String encode() {
        var rows = ahead.stream()
                .map(row -> new long[] {row.writer(), row.slice(), row.number()})
                .toList();
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Json.WIRE.writeValueAsBytes(new Stored(VERSION, finishedUpTo, numbers, rows)));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write a mark", e);
        }
    }

    /** @throws IllegalArgumentException if it is no mark */
    static SliceMark of(String text) {
        try {
            var stored = Json.WIRE.readValue(Base64.getUrlDecoder().decode(text), Stored.class);
            var numbers = new TreeMap<>(stored.read());
            var ahead = new TreeSet<SlicePlace>();
            stored.ahead().forEach(row -> ahead.add(place(row)));
            boolean sound = stored.version() == VERSION
                    && numbers.values().stream().allMatch(SliceMark::isSound)
                    && ahead.stream().allMatch(row -> row.slice() >= 0 && row.slice() < FeedLog.SLICES);
            if (!sound) {
                throw new IllegalArgumentException("not a mark: " + text);
            }
            return new SliceMark(stored.finished(), numbers, ahead).withoutNeedless();
        } catch (IOException | NullPointerException | ArithmeticException e) {
            throw new IllegalArgumentException("not a mark: " + text, e);
        }
    }

    private static SlicePlace place(long[] row) {
        if (row.length != 3) {
            throw new IllegalArgumentException("not a row");
        }
        return new SlicePlace(Math.toIntExact(row[0]), Math.toIntExact(row[1]), row[2]);
    }

    private static boolean isSound(long[] ofWriter) {
        if (ofWriter.length != FeedLog.SLICES) {
            return false;
        }
        for (long number : ofWriter) {
            if (number < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text();
    }
}
