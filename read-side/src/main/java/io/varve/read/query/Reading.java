package io.varve.read.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What came of reading a row of at least a certain revision. */
public sealed interface Reading<T> {
    /** What comes of the row; or the same as this when there is none. */
    <R> CompletionStage<Reading<R>> thenCompose(Function<T, CompletionStage<Reading<R>>> next);

    /** The row, at the wanted revision or a later one. */
    record Found<T>(T row) implements Reading<T> {
        @Override
        public <R> CompletionStage<Reading<R>> thenCompose(Function<T, CompletionStage<Reading<R>>> next) {
            return next.apply(row);
        }
    }

    /** There is no such row, and no revision of it was asked for. */
    record Absent<T>() implements Reading<T> {
        @Override
        public <R> CompletionStage<Reading<R>> thenCompose(Function<T, CompletionStage<Reading<R>>> next) {
            return CompletableFuture.completedFuture(new Absent<>());
        }
    }

    /**
     * The view had not come to the wanted revision when the time was up.
     *
     * @param revision how far it had come; 0 when it knew no row
     */
    record Behind<T>(long revision) implements Reading<T> {
        @Override
        public <R> CompletionStage<Reading<R>> thenCompose(Function<T, CompletionStage<Reading<R>>> next) {
            return CompletableFuture.completedFuture(new Behind<>(revision));
        }
    }
}
