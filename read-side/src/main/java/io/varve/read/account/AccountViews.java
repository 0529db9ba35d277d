package io.varve.read.account;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about accounts. */
public interface AccountViews {
    /** The account as the view knows it now, or empty. */
    CompletionStage<Optional<AccountView>> account(String accountId);

    /**
     * The account at a revision or a later one. Whoever has got it finds the entries, totals and lists at that
     * revision too: the account's row is the last that is written.
     *
     * @param minRevision 0 for whatever is there
     * @param maxWait how long to wait for that revision
     */
    CompletionStage<Reading<AccountView>> account(String accountId, long minRevision, Duration maxWait);

    /**
     * The accounts of an owner, by account id.
     *
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<AccountView>> byOwner(String owner, PageRequest page);
}
