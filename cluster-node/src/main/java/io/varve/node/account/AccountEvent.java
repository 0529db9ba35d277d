package io.varve.node.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import java.time.Instant;
import java.util.Map;

/**
 * What has happened to an account, with the results: the balance after, what is held after, and the running
 * total of the kind of movement since the account was opened. Amounts are positive, in minor units.
 *
 * <p>The names below are what the journal holds and never change; each has an approved JSON file under the
 * test resources.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountEvent.Opened.class, name = "account-opened"),
    @JsonSubTypes.Type(value = AccountEvent.Amended.class, name = "account-amended"),
    @JsonSubTypes.Type(value = AccountEvent.Deposited.class, name = "account-deposited"),
    @JsonSubTypes.Type(value = AccountEvent.Withdrawn.class, name = "account-withdrawn"),
    @JsonSubTypes.Type(value = AccountEvent.Closed.class, name = "account-closed"),
    @JsonSubTypes.Type(value = AccountEvent.HoldPlaced.class, name = "account-hold-placed"),
    @JsonSubTypes.Type(value = AccountEvent.HoldCaptured.class, name = "account-hold-captured"),
    @JsonSubTypes.Type(value = AccountEvent.HoldReleased.class, name = "account-hold-released"),
    @JsonSubTypes.Type(value = AccountEvent.Debited.class, name = "account-debited"),
    @JsonSubTypes.Type(value = AccountEvent.Credited.class, name = "account-credited"),
    @JsonSubTypes.Type(value = AccountEvent.CommandRefused.class, name = "account-command-refused")
})
public sealed interface AccountEvent {
    record Opened(
            String accountId, String owner, String currency, long overdraftLimitMinor, Map<String, String> metadata)
            implements AccountEvent {}

    record Amended(String accountId, long overdraftLimitMinor, Map<String, String> metadata) implements AccountEvent {}

    record Deposited(
            String accountId,
            String currency,
            long amountMinor,
            long balanceAfterMinor,
            long depositedTotalMinor,
            Instant effectiveAt,
            String description)
            implements AccountEvent {}

    record Withdrawn(
            String accountId,
            String currency,
            long amountMinor,
            long balanceAfterMinor,
            long withdrawnTotalMinor,
            Instant effectiveAt,
            String description)
            implements AccountEvent {}

    record Closed(String accountId) implements AccountEvent {}

    record HoldPlaced(String accountId, String transferId, String legId, long amountMinor, long heldAfterMinor)
            implements AccountEvent {}

    /** The amount left the account; what the hold had beyond it is available again. */
    record HoldCaptured(
            String accountId,
            String currency,
            String transferId,
            String legId,
            long amountMinor,
            long heldAfterMinor,
            long balanceAfterMinor,
            long transferredOutTotalMinor,
            Instant effectiveAt,
            String description)
            implements AccountEvent {}

    record HoldReleased(String accountId, String transferId, String legId, long amountMinor, long heldAfterMinor)
            implements AccountEvent {}

    record Debited(
            String accountId,
            String currency,
            String transferId,
            String legId,
            DebitPurpose purpose,
            long amountMinor,
            long balanceAfterMinor,
            long transferredOutTotalMinor,
            Instant effectiveAt,
            String description)
            implements AccountEvent {}

    record Credited(
            String accountId,
            String currency,
            String transferId,
            String legId,
            CreditPurpose purpose,
            long amountMinor,
            long balanceAfterMinor,
            long transferredInTotalMinor,
            Instant effectiveAt,
            String description)
            implements AccountEvent {}

    /** A command that had no effect; kept so that its repeat is refused too, and for those who audit. */
    record CommandRefused(String accountId, String command, AccountRefusal reason) implements AccountEvent {}
}
