package io.varve.read.table;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** Where the views' rows are kept. */
public interface RowStore {
    /** Completes when all is written. The order does not matter: the revisions decide. */
    CompletionStage<Void> write(List<Write> writes);
}
