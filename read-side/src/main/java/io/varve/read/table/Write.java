package io.varve.read.table;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one event says about one row. Each value bears a time: of two values for the same column the one of the later
 * time stays, whichever is written first.
 *
 * @param revision the number of the event within its entity
 * @param values in the order of the shape's key and columns
 * @param time the revision; of rows that expire and never change, when the event was recorded, in microseconds
 * @param expiresAt when the row is to be gone; empty for never
 */
public record Write(Shape shape, long revision, List<Object> values, long time, Optional<Instant> expiresAt) {
    public Write {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        if (values.size() != shape.key().size() + shape.columns().size()) {
            throw new IllegalArgumentException("not the values of " + shape + ": " + values);
        }
    }

    /** Of a row that stays. */
    public Write(Shape shape, long revision, List<Object> values) {
        this(shape, revision, values, revision, Optional.empty());
    }

    static Write expiring(Shape shape, long revision, List<Object> values, Instant recordedAt) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Times.calendar(recordedAt));
        return new Write(shape, revision, values, micros, Optional.of(recordedAt.plus(shape.keptFor())));
    }

    /** The same under another time. */
    public Write at(long otherTime) {
        return new Write(shape, revision, values, otherTime, expiresAt);
    }

    /** Whether the row is not to be there any more. */
    public boolean isExpired(Instant now) {
        return expiresAt.isPresent() && !expiresAt.get().isAfter(now);
    }

    /** The key's values. */
    public List<Object> key() {
        return values.subList(0, shape.key().size());
    }

    /** Drops the writes that a later one of the same shape to the same row replaces. */
    public static List<Write> lastOfEach(List<Write> writes) {
        record Target(Shape shape, List<Object> key) {}
        Map<Target, Write> last = new LinkedHashMap<>();
        for (var write : writes) {
            last.merge(
                    new Target(write.shape(), write.key()),
                    write,
                    (one, other) -> one.revision() > other.revision() ? one : other);
        }
        return List.copyOf(last.values());
    }

    /** About how many bytes the values take, to keep batches small. */
    int sizeBytes() {
        int sizeBytes = 0;
        for (var value : values) {
            sizeBytes += 40 + sizeBytes(value);
        }
        return sizeBytes;
    }

    /** All others are small; to write them out in order to count would cost more than it tells. */
    private static int sizeBytes(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof ByteBuffer bytes ? bytes.remaining() : 0;
    }
}
