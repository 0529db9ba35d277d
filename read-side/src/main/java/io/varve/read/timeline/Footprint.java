package io.varve.read.timeline;

import java.util.Collection;

/** What things take in memory, in bytes: estimates, rather too high than too low. */
final class Footprint {
    /** Of a record with some fields, or a time. */
    static final int OBJECT = 48;
    /** Of an id, as long as ids are, within a set or a map. */
    static final int ID = 150;

    private static final int TEXT = 56;
    private static final int BYTES_PER_MIB = 1 << 20;

    private Footprint() {}

    static long ofMib(int mib) {
        return (long) mib * BYTES_PER_MIB;
    }

    static long of(String text) {
        return text == null ? 0 : TEXT + 2L * text.length();
    }

    static long of(Collection<String> texts) {
        return OBJECT + texts.stream().mapToLong(Footprint::of).sum();
    }
}
