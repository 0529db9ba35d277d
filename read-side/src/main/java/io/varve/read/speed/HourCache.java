package io.varve.read.speed;

import io.varve.read.query.Concurrently;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * The hours of a share that were used last, and the tables behind them. What is here may be ahead of the tables after a
 * failure, and may be dropped all the same: the events come again.
 */
final class HourCache {
    private final LongFunction<CompletionStage<List<StoredPart>>> stored;
    private final Predicate<StoredPart> isWanted;
    private final int partsLimit;
    private final LinkedHashMap<Long, HourParts> hours = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param stored reads the parts of an hour
     * @param isWanted which of them count at the moment
     * @param partsLimit about how many parts are kept
     */
    HourCache(LongFunction<CompletionStage<List<StoredPart>>> stored, Predicate<StoredPart> isWanted, int partsLimit) {
        this.stored = stored;
        this.isWanted = isWanted;
        this.partsLimit = partsLimit;
    }

    /** These hours, read where need be; they stay here until the next call at least. One call at a time. */
    CompletionStage<Map<Long, HourParts>> get(Collection<Long> wanted) {
        var missing = wanted.stream()
                .filter(hour -> !hours.containsKey(hour))
                .distinct()
                .toList();
        return Concurrently.forEach(missing, hour -> stored.apply(hour)).thenApply(found -> {
            evict(wanted);
            for (int i = 0; i < missing.size(); i++) {
                var parts = found.get(i).stream().filter(isWanted).toList();
                hours.put(missing.get(i), new HourParts(parts));
            }
            Map<Long, HourParts> got = new LinkedHashMap<>();
            wanted.forEach(hour -> got.put(hour, hours.get(hour)));
            return got;
        });
    }

    /** The hour, if it is at hand. */
    Optional<HourParts> known(long hour) {
        return Optional.ofNullable(hours.get(hour));
    }

    void clear() {
        hours.clear();
    }

    private void evict(Collection<Long> wanted) {
        long parts = hours.values().stream().mapToLong(HourParts::size).sum();
        for (var eldest = hours.entrySet().iterator(); parts > partsLimit && eldest.hasNext(); ) {
            var entry = eldest.next();
            if (!wanted.contains(entry.getKey())) {
                parts -= entry.getValue().size();
                eldest.remove();
            }
        }
    }
}
