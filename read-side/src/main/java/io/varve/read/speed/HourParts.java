package io.varve.read.speed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An hour of one share of the vehicles: their parts, and for each group what they come to together. */
final class HourParts {
    private final Map<Key, Entry> parts = new HashMap<>();
    private final Map<SpeedGroup, SpeedTally> groups = new HashMap<>();

    private record Key(String vehicleId, Cell cell) {}

    /** A part, and the groups that it counts in. */
    private record Entry(Part part, List<SpeedTally> groups) {}

    HourParts(List<StoredPart> stored) {
        stored.forEach(part -> adopt(new Part(part.vehicleId(), part.cell(), part)));
    }

    /**
     * @param event the same object for all speeds of an event
     * @return the vehicle's part, which has taken the speed, now or when the event came before
     */
    Part take(Object event, long revision, String vehicleId, Cell cell, double speedKmh, Instant at) {
        var entry = parts.computeIfAbsent(new Key(vehicleId, cell), key -> entry(new Part(vehicleId, cell)));
        if (entry.part().take(event, revision, speedKmh, at)) {
            entry.groups().forEach(group -> group.add(speedKmh, at));
        }
        return entry.part();
    }

    /** Adds a part that is not here yet. */
    void adopt(Part part) {
        var entry = entry(part);
        if (parts.putIfAbsent(new Key(part.vehicleId(), part.cell()), entry) != null) {
            throw new IllegalStateException("there is such a part already: " + part.vehicleId() + ", " + part.cell());
        }
        entry.groups().forEach(group -> group.add(part.stats()));
    }

    private Entry entry(Part part) {
        return new Entry(
                part,
                part.cell().groups().stream()
                        .map(group -> groups.computeIfAbsent(group, g -> new SpeedTally()))
                        .toList());
    }

    int size() {
        return parts.size();
    }

    boolean has(SpeedGroup group) {
        return groups.containsKey(group);
    }

    /** Of a group that is here; not to be kept: it changes with the parts. */
    SpeedStats stats(SpeedGroup group) {
        return groups.get(group).view();
    }
}
