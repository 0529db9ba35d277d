package io.varve.read.account;

import io.varve.node.account.AccountKind;
import io.varve.node.entity.EntityKind;
import io.varve.node.journal.FeedLog;

/** Which partition an account's row is in: that of its events in the feed, so that a page of them touches few. */
public final class AccountSlice {
    private static final EntityKind<?, ?, ?, ?, ?> KIND = AccountKind.create();

    private AccountSlice() {}

    /** From 0 to {@link FeedLog#SLICES} - 1. */
    public static int of(String accountId) {
        return FeedLog.sliceOf(KIND.persistenceId(accountId));
    }
}
