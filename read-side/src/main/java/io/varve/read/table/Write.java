package io.varve.read.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one event says about one row. Each value bears the revision as its time: of two values for the same
 * column the one of the later revision stays, whichever is written first.
 *
 * @param revision the number of the event within its entity
 * @param values in the order of the shape's key and columns
 */
public record Write(Shape shape, long revision, List<Object> values) {
    public Write {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        if (values.size() != shape.key().size() + shape.columns().size()) {
            throw new IllegalArgumentException("not the values of " + shape + ": " + values);
        }
    }

    Write(Shape shape, long revision, Object... values) {
        this(shape, revision, Arrays.asList(values));
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
            sizeBytes += 24 + (value == null ? 0 : value.toString().length());
        }
        return sizeBytes;
    }
}
