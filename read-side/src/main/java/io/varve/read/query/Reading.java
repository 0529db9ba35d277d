package io.varve.read.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

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

    /** What is made of the row, if there is one. */
    default <R> Reading<R> map(Function<T, R> of) {
        return this instanceof Found<T> found ? new Found<>(of.apply(found.row())) : nothing();
    }

    /** What is read next, if there is a row. */
    default <R> CompletionStage<Reading<R>> thenCompose(Function<T, CompletionStage<Reading<R>>> next) {
        return this instanceof Found<T> found ? next.apply(found.row()) : CompletableFuture.completedFuture(nothing());
    }

    private <R> Reading<R> nothing() {
        return this instanceof Behind<T> behind ? new Behind<>(behind.revision()) : new Absent<>();
    }
}
