package io.varve.read.ledger;

import io.varve.node.account.AccountEvent;
import io.varve.node.account.AccountEvent.Amended;
import io.varve.node.account.AccountEvent.Closed;
import io.varve.node.account.AccountEvent.CommandRefused;
import io.varve.node.account.AccountEvent.Credited;
import io.varve.node.account.AccountEvent.Debited;
import io.varve.node.account.AccountEvent.Deposited;
import io.varve.node.account.AccountEvent.HoldCaptured;
import io.varve.node.account.AccountEvent.HoldPlaced;
import io.varve.node.account.AccountEvent.HoldReleased;
import io.varve.node.account.AccountEvent.Opened;
import io.varve.node.account.AccountEvent.Withdrawn;
import io.varve.node.journal.FeedLog;
import io.varve.read.account.AccountSlice;
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** What each account contributes to its currency's totals: the running totals that its events carry. */
public final class LedgerHandler implements ViewHandler<AccountEvent> {
    public static final String TABLE = "ledger_contribution";
    public static final String CURRENCIES_TABLE = "ledger_currency";

    /**
     * How many partitions the accounts of a currency are dealt to; fixed once there are rows. Neighbouring slices of
     * the feed share one, so that a page of events touches few.
     */
    static final int SLICES = 16;

    /** The key of the only partition of the list of currencies. */
    static final String ALL = "all";

    private static final List<String> KEY = List.of("currency", "slice", "account_id");
    private static final Shape CURRENCY = new Shape(CURRENCIES_TABLE, List.of("ledger", "currency"), List.of());
    private static final Shape OPENED = shape("balance_minor", "revision");
    private static final Shape DEPOSITED = shape("balance_minor", "deposited_minor", "revision");
    private static final Shape WITHDRAWN = shape("balance_minor", "withdrawn_minor", "revision");
    private static final Shape IN = shape("balance_minor", "transferred_in_minor", "revision");
    private static final Shape OUT = shape("balance_minor", "transferred_out_minor", "revision");

    @Override
    public List<Write> writes(Happened<AccountEvent> happened) {
        var event = happened.event();
        if (event instanceof Opened e) {
            long revision = happened.revision();
            var id = happened.entityId();
            return List.of(
                    OPENED.write(revision, e.currency(), slice(id), id, 0L, revision),
                    CURRENCY.write(revision, ALL, e.currency()));
        } else if (event instanceof Deposited e) {
            return write(DEPOSITED, happened, e.currency(), e.balanceAfterMinor(), e.depositedTotalMinor());
        } else if (event instanceof Withdrawn e) {
            return write(WITHDRAWN, happened, e.currency(), e.balanceAfterMinor(), e.withdrawnTotalMinor());
        } else if (event instanceof Credited e) {
            return write(IN, happened, e.currency(), e.balanceAfterMinor(), e.transferredInTotalMinor());
        } else if (event instanceof Debited e) {
            return write(OUT, happened, e.currency(), e.balanceAfterMinor(), e.transferredOutTotalMinor());
        } else if (event instanceof HoldCaptured e) {
            return write(OUT, happened, e.currency(), e.balanceAfterMinor(), e.transferredOutTotalMinor());
        } else if (event instanceof Amended
                || event instanceof HoldPlaced // held money is still in the balance
                || event instanceof HoldReleased
                || event instanceof Closed // an empty account adds nothing, and its past stays in the totals
                || event instanceof CommandRefused) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> write(
            Shape shape, Happened<?> happened, String currency, long balanceMinor, long totalMinor) {
        var id = happened.entityId();
        long revision = happened.revision();
        return List.of(shape.write(revision, currency, slice(id), id, balanceMinor, totalMinor, revision));
    }

    private static int slice(String accountId) {
        return AccountSlice.of(accountId) * SLICES / FeedLog.SLICES;
    }

    private static Shape shape(String... columns) {
        return new Shape(TABLE, KEY, List.of(columns));
    }
}
