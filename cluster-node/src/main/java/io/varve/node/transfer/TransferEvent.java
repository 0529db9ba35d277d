package io.varve.node.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** What has happened to a transfer. The names below are what the journal holds and never change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransferEvent.Requested.class, name = "transfer-requested"),
    @JsonSubTypes.Type(value = TransferEvent.StepDone.class, name = "transfer-step-done"),
    @JsonSubTypes.Type(value = TransferEvent.StepRefused.class, name = "transfer-step-refused"),
    @JsonSubTypes.Type(value = TransferEvent.Held.class, name = "transfer-held"),
    @JsonSubTypes.Type(value = TransferEvent.Posted.class, name = "transfer-posted"),
    @JsonSubTypes.Type(value = TransferEvent.VoidRequested.class, name = "transfer-void-requested"),
    @JsonSubTypes.Type(value = TransferEvent.ExpiryDue.class, name = "transfer-expiry-due"),
    @JsonSubTypes.Type(value = TransferEvent.Completed.class, name = "transfer-completed"),
    @JsonSubTypes.Type(value = TransferEvent.Undone.class, name = "transfer-undone"),
    @JsonSubTypes.Type(value = TransferEvent.Parked.class, name = "transfer-parked"),
    @JsonSubTypes.Type(value = TransferEvent.Retried.class, name = "transfer-retried"),
    @JsonSubTypes.Type(value = TransferEvent.ReversalRequested.class, name = "transfer-reversal-requested"),
    @JsonSubTypes.Type(value = TransferEvent.ReversalStarted.class, name = "transfer-reversal-started"),
    @JsonSubTypes.Type(value = TransferEvent.Reversed.class, name = "transfer-reversed"),
    @JsonSubTypes.Type(value = TransferEvent.ReversalRefused.class, name = "transfer-reversal-refused"),
    @JsonSubTypes.Type(value = TransferEvent.OriginalNotified.class, name = "transfer-original-notified"),
    @JsonSubTypes.Type(value = TransferEvent.CommandRefused.class, name = "transfer-command-refused")
})
public sealed interface TransferEvent {
    record Requested(
            String transferId,
            String currency,
            List<Posting> postings,
            String description,
            boolean hold,
            Instant expiresAt,
            Instant effectiveAt,
            String reverses)
            implements TransferEvent {}

    /** @param leg the index of the posting */
    record StepDone(TransferStep step, int leg, String accountId, long amountMinor) implements TransferEvent {}

    record StepRefused(TransferStep step, int leg, String accountId, String reason) implements TransferEvent {}

    /** All postings are held; the transfer waits for Post, Void or its expiry. */
    record Held() implements TransferEvent {}

    /** The held money, or a part of a single posting, is to be carried out. */
    record Posted(List<Posting> postings) implements TransferEvent {}

    record VoidRequested() implements TransferEvent {}

    record ExpiryDue() implements TransferEvent {}

    record Completed() implements TransferEvent {}

    /**
     * Nothing of the transfer is left.
     *
     * @param status REJECTED, ROLLED_BACK, VOIDED or EXPIRED
     * @param reason why, or null when voided or expired
     */
    record Undone(TransferStatus status, String reason) implements TransferEvent {}

    /** Undoing was refused. */
    record Parked(TransferStep step, int leg, String accountId, String reason) implements TransferEvent {}

    record Retried(int attempt) implements TransferEvent {}

    record ReversalRequested(String reversalId) implements TransferEvent {}

    /** The reversing transfer was accepted. */
    record ReversalStarted(String reversalId) implements TransferEvent {}

    record Reversed(String reversalId) implements TransferEvent {}

    record ReversalRefused(String reversalId, String reason) implements TransferEvent {}

    /** The transfer that this one reverses knows how this one ended. */
    record OriginalNotified(String originalId) implements TransferEvent {}

    record CommandRefused(String command, TransferRefusal reason) implements TransferEvent {}
}
