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
import io.varve.read.table.Happened;
import io.varve.read.table.Kebab;
import io.varve.read.table.Shape;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.List;

/** One row per step of a transfer that its users should see. */
public final class TimelineHandler implements ViewHandler<TransferEvent> {
    public static final String TABLE = "transfer_timeline";
    private static final String OK = "ok";
    private static final Shape STEP =
            new Shape(TABLE, List.of("transfer_id", "seq"), List.of("recorded_at", "step", "account_id", "outcome"));

    @Override
    public List<Write> writes(Happened<TransferEvent> happened) {
        var event = happened.event();
        if (event instanceof Requested) {
            return step(happened, "accepted", null, null);
        } else if (event instanceof StepDone e) {
            return step(happened, Kebab.of(e.step()), e.accountId(), null);
        } else if (event instanceof StepRefused e) {
            return step(happened, Kebab.of(e.step()), e.accountId(), e.reason());
        } else if (event instanceof Held) {
            return step(happened, "held", null, null);
        } else if (event instanceof Posted) {
            return step(happened, "posted", null, null);
        } else if (event instanceof Completed) {
            return step(happened, "completed", null, null);
        } else if (event instanceof Undone e) {
            return step(happened, Kebab.of(e.status()), null, e.reason());
        } else if (event instanceof Parked e) {
            return step(happened, "parked", e.accountId(), e.reason());
        } else if (event instanceof Retried) {
            return step(happened, "retried", null, null);
        } else if (event instanceof ReversalRequested) {
            return step(happened, "reversal-requested", null, null);
        } else if (event instanceof Reversed) {
            return step(happened, "reversed", null, null);
        } else if (event instanceof ReversalRefused e) {
            return step(happened, "reversal-refused", null, e.reason());
        } else if (event instanceof VoidRequested // what it leads to is on the timeline, here and below
                || event instanceof ExpiryDue
                || event instanceof ReversalStarted
                || event instanceof OriginalNotified
                || event instanceof CommandRefused) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> step(Happened<?> happened, String step, String accountId, String refusal) {
        return List.of(STEP.write(
                happened.revision(),
                happened.entityId(),
                happened.revision(),
                happened.at(),
                step,
                accountId,
                refusal == null ? OK : Kebab.of(refusal)));
    }
}
