package io.varve.read.transfer;

import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferEvent.CommandRefused;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.ExpiryDue;
import io.varve.node.transfer.TransferEvent.Held;
import io.varve.node.transfer.TransferEvent.OriginalNotified;
import io.varve.node.transfer.TransferEvent.Parked;
import io.varve.node.transfer.TransferEvent.Posted;
import io.varve.node.transfer.TransferEvent.Requested;
import io.varve.node.transfer.TransferEvent.Retried;
import io.varve.node.transfer.TransferEvent.ReversalRefused;
import io.varve.node.transfer.TransferEvent.ReversalRequested;
import io.varve.node.transfer.TransferEvent.ReversalStarted;
import io.varve.node.transfer.TransferEvent.Reversed;
import io.varve.node.transfer.TransferEvent.StepDone;
import io.varve.node.transfer.TransferEvent.StepRefused;
import io.varve.node.transfer.TransferEvent.Undone;
import io.varve.node.transfer.TransferEvent.VoidRequested;
import io.varve.node.transfer.TransferStatus;
import io.varve.read.table.Happened;
import io.varve.read.table.Kebab;
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/**
 * One row per transfer. While a transfer is underway or undoes what it did, its status stays as it was: it
 * changes where the transfer comes to rest. Events that change nothing else move the revision on.
 */
public final class TransferViewHandler implements ViewHandler<TransferEvent> {
    public static final String TABLE = "transfer_view";

    /** Written for "no reason": a null would leave an older reason standing. */
    static final String NO_REASON = "";

    private static final List<String> KEY = List.of("transfer_id");
    private static final Shape REQUESTED = shape(
            "currency",
            "status",
            "postings",
            "description",
            "hold",
            "expires_at",
            "effective_at",
            "reverses",
            "accepted_at",
            "revision");
    private static final Shape STATUS = shape("status", "reason", "revision");
    private static final Shape POSTED = shape("status", "postings", "revision");
    private static final Shape REVERSED = shape("status", "reversed_by", "revision");
    private static final Shape SEEN = shape("revision");

    @Override
    public List<Write> writes(Happened<TransferEvent> happened) {
        return List.of(write(happened));
    }

    private static Write write(Happened<TransferEvent> happened) {
        var id = happened.entityId();
        long revision = happened.revision();
        var event = happened.event();
        if (event instanceof Requested e) {
            return REQUESTED.write(
                    revision,
                    id,
                    e.currency(),
                    Kebab.of(TransferStatus.ACCEPTED),
                    PostingsJson.write(e.postings()),
                    e.description(),
                    e.hold(),
                    Times.kept(e.expiresAt()),
                    Times.kept(e.effectiveAt()),
                    e.reverses(),
                    happened.at(),
                    revision);
        } else if (event instanceof Held) {
            return status(happened, TransferStatus.HELD, null);
        } else if (event instanceof Posted e) {
            return POSTED.write(
                    revision, id, Kebab.of(TransferStatus.ACCEPTED), PostingsJson.write(e.postings()), revision);
        } else if (event instanceof Completed) {
            return status(happened, TransferStatus.COMPLETED, null);
        } else if (event instanceof Undone e) {
            return status(happened, e.status(), e.reason());
        } else if (event instanceof Parked e) {
            return status(happened, TransferStatus.PARKED, e.reason());
        } else if (event instanceof Retried) {
            return status(happened, TransferStatus.ACCEPTED, null);
        } else if (event instanceof Reversed e) {
            return REVERSED.write(revision, id, Kebab.of(TransferStatus.REVERSED), e.reversalId(), revision);
        } else if (event instanceof StepDone
                || event instanceof StepRefused
                || event instanceof VoidRequested
                || event instanceof ExpiryDue
                || event instanceof ReversalRequested
                || event instanceof ReversalStarted
                || event instanceof ReversalRefused
                || event instanceof OriginalNotified
                || event instanceof CommandRefused) {
            return SEEN.write(revision, id, revision);
        }
        throw ViewHandler.unknown(happened);
    }

    private static Write status(Happened<?> happened, TransferStatus status, String reason) {
        return STATUS.write(
                happened.revision(),
                happened.entityId(),
                Kebab.of(status),
                reason == null ? NO_REASON : Kebab.of(reason),
                happened.revision());
    }

    private static Shape shape(String... columns) {
        return new Shape(TABLE, KEY, List.of(columns));
    }
}
