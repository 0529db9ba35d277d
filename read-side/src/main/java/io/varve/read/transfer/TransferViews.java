package io.varve.read.transfer;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about transfers. */
public interface TransferViews {
    /** The transfer as the view knows it now, or empty. */
    CompletionStage<Optional<TransferView>> transfer(String transferId);

    /**
     * The transfer at a revision or a later one. Whoever has got it finds the timeline and the lists of the
     * accounts at that revision too: the transfer's row is the last that is written.
     *
     * @param minRevision 0 for whatever is there
     * @param maxWait how long to wait for that revision
     */
    CompletionStage<Reading<TransferView>> transfer(String transferId, long minRevision, Duration maxWait);

    /** What has been done so far, in order. */
    CompletionStage<List<TimelineStep>> timeline(String transferId);

    /**
     * The transfers that name an account on either side, latest accepted first.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<TransferView>> byAccount(String accountId, PageRequest page);
}
