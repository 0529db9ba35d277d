package io.varve.bench.follows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What was compared, and what was not as it must be. Of one thread, until it is added to another. */
final class Verdict {
    private static final int DIFFERENCES_SHOWN = 20;

    private final List<String> shown = new ArrayList<>();
    private long comparisons;
    private long differences;

    long comparisons() {
        return comparisons;
    }

    long differences() {
        return differences;
    }

    /** The first differences, in words. */
    List<String> shown() {
        return List.copyOf(shown);
    }

    void compare(String what, Object expected, Object actual) {
        comparisons++;
        if (!Objects.equals(expected, actual)) {
            differs(what + " must be " + expected + ", is " + actual);
        }
    }

    void compare(String what, long least, long most, long actual) {
        comparisons++;
        if (actual < least || actual > most) {
            differs(what + " must be " + least + (least == most ? "" : " to " + most) + ", is " + actual);
        }
    }

    void differs(String what) {
        differences++;
        show(what);
    }

    private void show(String what) {
        if (shown.size() < DIFFERENCES_SHOWN) {
            shown.add(what);
        }
    }

    void add(Verdict other) {
        comparisons += other.comparisons;
        differences += other.differences;
        other.shown.forEach(this::show);
    }
}
