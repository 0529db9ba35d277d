package io.varve.read.entry;

/** Cuts the entries of an account into partitions of a bounded size. */
final class EntryBucket {
    static final long REVISIONS = 100_000;

    private EntryBucket() {}

    static long of(long revision) {
        return revision / REVISIONS;
    }
}
