package io.varve.read.account;

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
import io.varve.read.table.Happened;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per account. Ignores no event: even a refused command moves the revision on. */
public final class AccountViewHandler implements ViewHandler<AccountEvent> {
    public static final String TABLE = "account_view";
    private static final List<String> KEY = List.of("slice", "account_id");
    private static final Shape OPENED = shape(
            "owner",
            "currency",
            "status",
            "balance_minor",
            "held_minor",
            "overdraft_limit_minor",
            "metadata",
            "opened_at",
            "revision");
    private static final Shape BALANCE = shape("balance_minor", "revision");
    private static final Shape HELD = shape("held_minor", "revision");
    private static final Shape CAPTURED = shape("balance_minor", "held_minor", "revision");
    private static final Shape AMENDED = shape("overdraft_limit_minor", "metadata", "revision");
    private static final Shape CLOSED = shape("status", "revision");
    private static final Shape SEEN = shape("revision");

    @Override
    public List<Write> writes(Happened<AccountEvent> happened) {
        return List.of(write(happened));
    }

    private static Write write(Happened<AccountEvent> happened) {
        var id = happened.entityId();
        int slice = AccountSlice.of(id);
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof Opened e) {
            return OPENED.write(
                    revision,
                    slice,
                    id,
                    e.owner(),
                    e.currency(),
                    "open",
                    0L,
                    0L,
                    e.overdraftLimitMinor(),
                    e.metadata(),
                    happened.at(),
                    revision);
        } else if (event instanceof Deposited e) {
            return BALANCE.write(revision, slice, id, e.balanceAfterMinor(), revision);
        } else if (event instanceof Withdrawn e) {
            return BALANCE.write(revision, slice, id, e.balanceAfterMinor(), revision);
        } else if (event instanceof Debited e) {
            return BALANCE.write(revision, slice, id, e.balanceAfterMinor(), revision);
        } else if (event instanceof Credited e) {
            return BALANCE.write(revision, slice, id, e.balanceAfterMinor(), revision);
        } else if (event instanceof HoldPlaced e) {
            return HELD.write(revision, slice, id, e.heldAfterMinor(), revision);
        } else if (event instanceof HoldReleased e) {
            return HELD.write(revision, slice, id, e.heldAfterMinor(), revision);
        } else if (event instanceof HoldCaptured e) {
            return CAPTURED.write(revision, slice, id, e.balanceAfterMinor(), e.heldAfterMinor(), revision);
        } else if (event instanceof Amended e) {
            return AMENDED.write(revision, slice, id, e.overdraftLimitMinor(), e.metadata(), revision);
        } else if (event instanceof Closed) {
            return CLOSED.write(revision, slice, id, "closed", revision);
        } else if (event instanceof CommandRefused) {
            return SEEN.write(revision, slice, id, revision);
        }
        throw ViewHandler.unknown(happened);
    }

    private static Shape shape(String... columns) {
        return new Shape(TABLE, KEY, List.of(columns));
    }
}
