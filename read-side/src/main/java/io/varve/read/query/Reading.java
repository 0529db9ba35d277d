package io.varve.read.query;

/** What came of reading a row of at least a certain revision. */
public sealed interface Reading<T> {
    /** The row, at the wanted revision or a later one. */
    record Found<T>(T row) implements Reading<T> {}

    /** There is no such row, and no revision of it was asked for. */
    record Absent<T>() implements Reading<T> {}

    /**
     * The view had not come to the wanted revision when the time was up.
     *
     * @param revision how far it had come; 0 when it knew no row
     */
    record Behind<T>(long revision) implements Reading<T> {}
}
