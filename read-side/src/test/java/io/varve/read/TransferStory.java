package io.varve.read;

import io.varve.node.entity.CommandMeta;
import io.varve.node.transfer.Posting;
import io.varve.node.transfer.TransferEvent;
import io.varve.node.transfer.TransferEvent.Requested;
import io.varve.node.transfer.TransferEvent.StepDone;
import io.varve.node.transfer.TransferRefusal;
import io.varve.node.transfer.TransferStatus;
import io.varve.node.transfer.TransferStep;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The events of a transfer from account a to account b. */
public final class TransferStory {
    public static final Instant ACCEPTED_AT = Instant.parse("2026-03-01T12:00:00Z");

    private final String transferId;
    private final String from;
    private final String to;
    private final Instant acceptedAt;
    private final List<Happened<TransferEvent>> events = new ArrayList<>();

    public TransferStory(String transferId, String from, String to, Instant acceptedAt) {
        this.transferId = transferId;
        this.from = from;
        this.to = to;
        this.acceptedAt = acceptedAt;
    }

    public TransferStory(String transferId, String from, String to) {
        this(transferId, from, to, ACCEPTED_AT);
    }

    public List<Happened<TransferEvent>> events() {
        return events;
    }

    public TransferStory requested() {
        return then(new Requested(transferId, "EUR", postings(100), null, false, null, null, null));
    }

    public TransferStory requestedAsHold(String description, String reverses) {
        return then(new Requested(
                transferId,
                "EUR",
                postings(100),
                description,
                true,
                acceptedAt.plusSeconds(60),
                acceptedAt.minusSeconds(60),
                reverses));
    }

    public List<Posting> postings(long amountMinor) {
        return List.of(new Posting(from, to, amountMinor));
    }

    public TransferStory done(TransferStep step, String accountId) {
        return then(new StepDone(step, 0, accountId, 100));
    }

    public TransferStory refused(TransferStep step, String accountId, String reason) {
        return then(new TransferEvent.StepRefused(step, 0, accountId, reason));
    }

    public TransferStory completed() {
        return requested()
                .done(TransferStep.DEBIT, from)
                .done(TransferStep.CREDIT, to)
                .then(new TransferEvent.Completed());
    }

    /** A transfer that has seen an event of every type; not all in an order that the saga would choose. */
    public TransferStory full() {
        return requestedAsHold("rent", "other")
                .done(TransferStep.HOLD, from)
                .then(new TransferEvent.Held())
                .then(new TransferEvent.VoidRequested())
                .then(new TransferEvent.ExpiryDue())
                .then(new TransferEvent.CommandRefused("post", TransferRefusal.TRANSFER_NOT_HELD))
                .then(new TransferEvent.Posted(postings(60)))
                .refused(TransferStep.CREDIT, to, "ACCOUNT_CLOSED")
                .then(new TransferEvent.Parked(TransferStep.REFUND, 0, from, "ACCOUNT_CLOSED"))
                .then(new TransferEvent.Retried(1))
                .then(new TransferEvent.Undone(TransferStatus.ROLLED_BACK, "account-closed"))
                .then(new TransferEvent.Completed())
                .then(new TransferEvent.ReversalRequested("r1"))
                .then(new TransferEvent.ReversalStarted("r1"))
                .then(new TransferEvent.ReversalRefused("r1", "INSUFFICIENT_FUNDS"))
                .then(new TransferEvent.ReversalRequested("r2"))
                .then(new TransferEvent.Reversed("r2"))
                .then(new TransferEvent.OriginalNotified("other"));
    }

    public TransferStory then(TransferEvent event) {
        long revision = events.size() + 1L;
        var at = revision == 1 ? acceptedAt : AccountStory.at(revision);
        var meta = new CommandMeta("command-" + revision, "digest", "tester", at);
        events.add(new Happened<>(transferId, revision, meta, event));
        return this;
    }
}
