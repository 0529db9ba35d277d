package io.varve.node.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Map;

/**
 * What an account can be asked to do. Amounts are positive, in minor units.
 *
 * <p>{@code effectiveAt} is when the money counts for the customer; the journal keeps beside it when it was
 * recorded. Hold, Capture, Release, Debit and Credit are the steps of transfers: a {@code legId} names one
 * posting of one transfer.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountCommand.Open.class, name = "open"),
    @JsonSubTypes.Type(value = AccountCommand.Amend.class, name = "amend"),
    @JsonSubTypes.Type(value = AccountCommand.Deposit.class, name = "deposit"),
    @JsonSubTypes.Type(value = AccountCommand.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = AccountCommand.Close.class, name = "close"),
    @JsonSubTypes.Type(value = AccountCommand.Hold.class, name = "hold"),
    @JsonSubTypes.Type(value = AccountCommand.Capture.class, name = "capture"),
    @JsonSubTypes.Type(value = AccountCommand.Release.class, name = "release"),
    @JsonSubTypes.Type(value = AccountCommand.Debit.class, name = "debit"),
    @JsonSubTypes.Type(value = AccountCommand.Credit.class, name = "credit")
})
public sealed interface AccountCommand {
    record Open(String owner, String currency, long overdraftLimitMinor, Map<String, String> metadata)
            implements AccountCommand {}

    /** Changes the terms; a null leaves the term as it is. */
    record Amend(Long overdraftLimitMinor, Map<String, String> metadata) implements AccountCommand {}

    /** @param effectiveAt null for "when it is recorded" */
    record Deposit(long amountMinor, Instant effectiveAt, String description) implements AccountCommand {}

    /** @param effectiveAt null for "when it is recorded" */
    record Withdraw(long amountMinor, Instant effectiveAt, String description) implements AccountCommand {}

    record Close() implements AccountCommand {}

    /** Sets money aside for a transfer. */
    record Hold(String transferId, String legId, long amountMinor, String currency) implements AccountCommand {}

    /** Takes the whole or a part of a hold out of the account and releases the rest. */
    record Capture(String legId, long amountMinor, Instant effectiveAt, String description) implements AccountCommand {}

    /** Gives a hold back to the account. */
    record Release(String legId) implements AccountCommand {}

    /** Takes money out for a transfer, or takes a credit back when a transfer rolls back. */
    record Debit(
            String transferId,
            String legId,
            long amountMinor,
            String currency,
            DebitPurpose purpose,
            Instant effectiveAt,
            String description)
            implements AccountCommand {}

    /** Brings a transfer's money in, or brings it back to its source when a transfer rolls back. */
    record Credit(
            String transferId,
            String legId,
            long amountMinor,
            String currency,
            CreditPurpose purpose,
            Instant effectiveAt,
            String description)
            implements AccountCommand {}

    enum DebitPurpose {
        TRANSFER,
        /** A credit taken back, because a later step of its transfer was refused. */
        RECALL
    }

    enum CreditPurpose {
        TRANSFER,
        /** A debit given back, because a later step of its transfer was refused. */
        REFUND
    }
}
