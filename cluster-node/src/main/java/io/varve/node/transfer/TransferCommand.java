package io.varve.node.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;

/** What a transfer can be asked to do. The commands from {@link StepAnswered} on come from the saga's own host. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransferCommand.Request.class, name = "request"),
    @JsonSubTypes.Type(value = TransferCommand.Post.class, name = "post"),
    @JsonSubTypes.Type(value = TransferCommand.Void.class, name = "void"),
    @JsonSubTypes.Type(value = TransferCommand.Reverse.class, name = "reverse"),
    @JsonSubTypes.Type(value = TransferCommand.Retry.class, name = "retry"),
    @JsonSubTypes.Type(value = TransferCommand.StepAnswered.class, name = "step-answered"),
    @JsonSubTypes.Type(value = TransferCommand.ReversalAnswered.class, name = "reversal-answered"),
    @JsonSubTypes.Type(value = TransferCommand.EndReversal.class, name = "end-reversal"),
    @JsonSubTypes.Type(value = TransferCommand.OriginalTold.class, name = "original-told"),
    @JsonSubTypes.Type(value = TransferCommand.Expire.class, name = "expire")
})
public sealed interface TransferCommand {
    /**
     * Asks for a transfer: all postings or none.
     *
     * @param hold true to set the money aside first and wait for Post or Void
     * @param expiresAt when a hold ends by itself, or null
     * @param effectiveAt when the money counts, or null for "when it is recorded"
     * @param reverses the transfer that this one takes back, or null
     */
    record Request(
            String currency,
            List<Posting> postings,
            String description,
            boolean hold,
            Instant expiresAt,
            Instant effectiveAt,
            String reverses)
            implements TransferCommand {}

    /** @param amountMinor the part of a held single posting to carry out, or null for all of it */
    record Post(Long amountMinor) implements TransferCommand {}

    record Void() implements TransferCommand {}

    record Reverse() implements TransferCommand {}

    /** Tries again the step at which the transfer was parked. */
    record Retry() implements TransferCommand {}

    /** @param refusal why the account refused the step, or null when it took effect */
    record StepAnswered(TransferStep step, int leg, int attempt, String refusal) implements TransferCommand {}

    /** @param refusal why the reversing transfer was not accepted, or null */
    record ReversalAnswered(String reversalId, String refusal) implements TransferCommand {}

    /** The reversing transfer tells this one how it ended. */
    record EndReversal(String reversalId, TransferStatus status, String reason) implements TransferCommand {}

    record OriginalTold() implements TransferCommand {}

    record Expire() implements TransferCommand {}
}
