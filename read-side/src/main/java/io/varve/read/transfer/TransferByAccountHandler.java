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
import io.varve.read.table.Shape;
import io.varve.read.table.Times;
import io.varve.read.table.ViewHandler;
import io.varve.read.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which transfers name an account. The accounts and the time of a transfer's acceptance never change. */
public final class TransferByAccountHandler implements ViewHandler<TransferEvent> {
    public static final String TABLE = "transfer_by_account";
    public static final String MONTHS_TABLE = "transfer_month_by_account";
    private static final Shape NAMED =
            new Shape(TABLE, List.of("account_id", "month", "accepted_at", "transfer_id"), List.of("revision"));
    private static final Shape MONTH = new Shape(MONTHS_TABLE, List.of("account_id", "month"), List.of());

    @Override
    public List<Write> writes(Happened<TransferEvent> happened) {
        var event = happened.event();
        if (event instanceof Requested e) {
            return requested(happened, e);
        } else if (event instanceof StepDone
                || event instanceof StepRefused
                || event instanceof Held
                || event instanceof Posted
                || event instanceof VoidRequested
                || event instanceof ExpiryDue
                || event instanceof Completed
                || event instanceof Undone
                || event instanceof Parked
                || event instanceof Retried
                || event instanceof ReversalRequested
                || event instanceof ReversalStarted
                || event instanceof Reversed
                || event instanceof ReversalRefused
                || event instanceof OriginalNotified
                || event instanceof CommandRefused) {
            return List.of();
        }
        throw ViewHandler.unknown(happened);
    }

    private static List<Write> requested(Happened<?> happened, Requested event) {
        long revision = happened.revision();
        var at = happened.at();
        int month = Times.month(at);
        var accountIds = event.postings().stream()
                .flatMap(posting -> Stream.of(posting.from(), posting.to()))
                .distinct()
                .toList();
        List<Write> writes = new ArrayList<>();
        for (var accountId : accountIds) {
            writes.add(NAMED.write(revision, accountId, month, at, happened.entityId(), revision));
            writes.add(MONTH.write(revision, accountId, month));
        }
        return writes;
    }
}
