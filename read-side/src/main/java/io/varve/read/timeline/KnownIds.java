package io.varve.read.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose crowd somebody is in, or who is in a crowd, for {@link AtHand}.
 *
 * @param read from the views; never changed
 * @param since what the feed has brought, by id: whether it belongs to them now
 */
record KnownIds(Set<String> read, Map<String, Boolean> since) implements AtHand.Held<KnownIds> {
    static final KnownIds NONE = new KnownIds(Set.of(), Map.of());

    boolean has(String id) {
        return since.getOrDefault(id, read.contains(id));
    }

    Stream<String> all() {
        var added = since.keySet().stream().filter(id -> !read.contains(id));
        return Stream.concat(read.stream(), added).filter(this::has);
    }

    /** How many are known, those included that have left. */
    int size() {
        return read.size() + since.size();
    }

    @Override
    public KnownIds withRead(KnownIds found) {
        return new KnownIds(found.read, since);
    }

    @Override
    public long bytes() {
        return (long) Footprint.ID * size();
    }

    KnownIds with(String id, boolean there) {
        var all = new HashMap<>(since);
        all.put(id, there);
        return new KnownIds(read, Map.copyOf(all));
    }
}
