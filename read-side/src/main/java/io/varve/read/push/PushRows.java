package io.varve.read.push;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The messages of a worker that are not done, where they outlive the process. */
interface PushRows {
    CompletionStage<List<PushMessage>> all();

    /** Replaces an earlier message of the same group to the same browser. */
    CompletionStage<Void> write(PushMessage message);

    /** A later message in the same place stays. */
    CompletionStage<Void> delete(PushMessage message);
}
