package io.varve.read.audit;

import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the views do not show of one entity: the revisions, by view. They must be added in ascending order. */
final class Lack {
    /** How many revisions of a view are kept by number; the others are only counted. */
    static final int NAMED = 100;

    /** The revisions that a view lacks. */
    static final class Missing {
        private final List<Long> first = new ArrayList<>();
        private long count;
        private long last;

        private void add(long revision) {
            if (revision == last) {
                return; // one event, several rows
            }
            last = revision;
            count++;
            if (count <= NAMED) {
                first.add(revision);
            }
        }

        List<Long> first() {
            return List.copyOf(first);
        }

        long count() {
            return count;
        }
    }

    private final Map<String, Missing> byView = new TreeMap<>();

    void add(List<Write> lacking) {
        lacking.stream()
                .sorted(Comparator.comparingLong(Write::revision))
                .forEach(write -> byView.computeIfAbsent(write.shape().table(), view -> new Missing())
                        .add(write.revision()));
    }

    boolean isEmpty() {
        return byView.isEmpty();
    }

    boolean lacks(String view) {
        return byView.containsKey(view);
    }

    Map<String, Missing> byView() {
        return byView;
    }

    /** The first revision that some view lacks. */
    long first() {
        return byView.values().stream()
                .mapToLong(missing -> missing.first.get(0))
                .min()
                .orElseThrow();
    }
}
