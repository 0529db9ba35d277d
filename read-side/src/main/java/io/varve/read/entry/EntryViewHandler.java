package io.varve.read.entry;

import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
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
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.time.Instant;
import java.util.List;

/** One row per movement of money on an account. */
public final class EntryViewHandler implements ViewHandler<AccountEvent> {
    public static final String TABLE = "entry";
    private static final Shape ENTRY = new Shape(
            TABLE,
            List.of("account_id", "bucket", "revision"),
            List.of(
                    "recorded_at",
                    "effective_at",
                    "kind",
                    "amount_minor",
                    "balance_after_minor",
                    "transfer_id",
                    "description"));

    @Override
    public List<Write> writes(Happened<AccountEvent> happened) {
        var event = happened.event();
        if (event instanceof Deposited e) {
            var line = new Line("deposit", e.amountMinor(), e.balanceAfterMinor(), null);
            return write(happened, line, e.effectiveAt(), e.description());
        } else if (event instanceof Withdrawn e) {
            var line = new Line("withdrawal", -e.amountMinor(), e.balanceAfterMinor(), null);
            return write(happened, line, e.effectiveAt(), e.description());
        } else if (event instanceof HoldCaptured e) {
            var line = new Line("transfer-out", -e.amountMinor(), e.balanceAfterMinor(), e.transferId());
            return write(happened, line, e.effectiveAt(), e.description());
        } else if (event instanceof Debited e) {
            var line = new Line(kind(e.purpose()), -e.amountMinor(), e.balanceAfterMinor(), e.transferId());
            return write(happened, line, e.effectiveAt(), e.description());
        } else if (event instanceof Credited e) {
            var line = new Line(kind(e.purpose()), e.amountMinor(), e.balanceAfterMinor(), e.transferId());
            return write(happened, line, e.effectiveAt(), e.description());
        } else if (event instanceof Opened
                || event instanceof Amended
                || event instanceof Closed
                || event instanceof HoldPlaced
                || event instanceof HoldReleased
                || event instanceof CommandRefused) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private record Line(String kind, long amountMinor, long balanceAfterMinor, String transferId) {}

    private static List<Write> write(
            Happened<AccountEvent> happened, Line line, Instant effectiveAt, String description) {
        long revision = happened.revision();
        return List.of(ENTRY.write(
                revision,
                happened.entityId(),
                EntryBucket.of(revision),
                revision,
                happened.at(),
                effectiveAt == null ? happened.at() : Times.kept(effectiveAt),
                line.kind(),
                line.amountMinor(),
                line.balanceAfterMinor(),
                line.transferId(),
                description));
    }

    private static String kind(DebitPurpose purpose) {
        return switch (purpose) {
            case TRANSFER -> "transfer-out";
            case RECALL -> "transfer-recall";
        };
    }

    private static String kind(CreditPurpose purpose) {
        return switch (purpose) {
            case TRANSFER -> "transfer-in";
            case REFUND -> "transfer-refund";
        };
    }
}
