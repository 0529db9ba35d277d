package io.varve.read.audit;

import io.varve.read.table.Write;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The rows that the views really hold. */
interface StoredRows {
    /** Those of the writes that do not show: the row is not there, or it is as it was before them. */
    CompletionStage<List<Write>> lacking(List<Write> writes);
}
