package io.varve.bench.buses;

import java.util.Locale;

/** A way to load the day; each has a fleet, vehicles and routes of its own. */
enum Way {
    FILE_ORDER("in file order"),
    SHUFFLED("shuffled"),
    TWICE("twice");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return words;
    }
}
