package io.varve.node.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.OrderedPMap;

/** What was set last of what has a key, the oldest first. Persistent: one with an entry more shares the rest. */
final class Newest<V> {
    private final OrderedPMap<String, V> entries;

    record Entry<V>(String key, V value) {}

    private Newest(OrderedPMap<String, V> entries) {
        this.entries = entries;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Newest(List<Entry<V>> stored) {
        OrderedPMap<String, V> all = OrderedPMap.empty();
        for (var entry : stored) {
            all = all.plus(entry.key(), entry.value());
        }
        entries = all;
    }

    /** A list, since the order of a map's keys would be lost. */
    @JsonValue
    List<Entry<V>> stored() {
        return entries.entrySet().stream()
                .map(entry -> new Entry<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    static <V> Newest<V> none() {
        return new Newest<>(OrderedPMap.empty());
    }

    Optional<V> get(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /**
     * With an entry, as the newest one.
     *
     * @param limit how many there may be; what exceeds it is forgotten
     */
    Newest<V> with(String key, V value, int limit) {
        var all = entries.minus(key).plus(key, value);
        while (all.size() > limit) {
            all = all.minus(all.keySet().iterator().next());
        }
        return new Newest<>(all);
    }

    Newest<V> without(Predicate<V> gone) {
        var all = entries;
        for (var entry : entries.entrySet()) {
            if (gone.test(entry.getValue())) {
                all = all.minus(entry.getKey());
            }
        }
        return new Newest<>(all);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Newest<?> other && stored().equals(other.stored());
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
