package io.varve.read.entry;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Questions about what an account's balance is made of. */
public interface EntryViews {
    /**
     * The lines of an account's statement, newest revision first.
     *
     * @param from only lines effective at or after this instant
     * @param to only lines effective before this instant
     * @throws io.varve.read.query.BadCursorException if the cursor is not of this list
     */
    CompletionStage<Page<EntryView>> entries(
            String accountId, Optional<Instant> from, Optional<Instant> to, PageRequest page);
}
