package io.varve.node.transfer;

import io.varve.node.account.AccountCommand;
import io.varve.node.account.AccountCommand.CreditPurpose;
import io.varve.node.account.AccountCommand.DebitPurpose;
import io.varve.node.account.AccountKind;
import io.varve.node.entity.Outcome;
import io.varve.node.entity.Saga;
import io.varve.node.transfer.TransferState.Absent;
import io.varve.node.transfer.TransferState.Details;
import io.varve.node.transfer.TransferState.Due;
import io.varve.node.transfer.TransferState.Ended;
import io.varve.node.transfer.TransferState.Held;
import io.varve.node.transfer.TransferState.Underway;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a transfer drives its accounts, and how a reversing transfer and its original talk to each other. */
final class TransferSaga implements Saga<TransferCommand, TransferState> {
    @Override
    public Optional<Step> due(TransferState state) {
        if (state instanceof Underway underway) {
            return underway.due().map(due -> step(underway, due));
        }
        if (state instanceof Ended ended) {
            if (ended.reversal() != null && !ended.reversal().started()) {
                return Optional.of(requestReversal(ended));
            }
            if (TransferDecider.tellsOriginal(ended)) {
                return Optional.of(tellOriginal(ended));
            }
        }
        return Optional.empty();
    }

    private static Step step(Underway underway, Due due) {
        var details = underway.details();
        var posting = underway.legs().get(due.leg()).posting();
        String legId = details.transferId() + "/" + due.leg();
        String stepId = "transfer:" + legId + "/" + kebab(due.step()) + "/" + underway.attempt();
        boolean atTarget = due.step() == TransferStep.CREDIT || due.step() == TransferStep.RECALL;
        var accountId = atTarget ? posting.to() : posting.from();
        return new Step(stepId, AccountKind.NAME, accountId, command(details, due.step(), legId, posting));
    }

    private static AccountCommand command(Details details, TransferStep step, String legId, Posting posting) {
        long amountMinor = posting.amountMinor();
        String id = details.transferId();
        String currency = details.currency();
        String text = details.description();
        Instant at = details.effectiveAt();
        return switch (step) {
            case HOLD -> new AccountCommand.Hold(id, legId, amountMinor, currency);
            case CAPTURE -> new AccountCommand.Capture(legId, amountMinor, at, text);
            case RELEASE -> new AccountCommand.Release(legId);
            case DEBIT -> new AccountCommand.Debit(id, legId, amountMinor, currency, DebitPurpose.TRANSFER, at, text);
            case RECALL -> new AccountCommand.Debit(id, legId, amountMinor, currency, DebitPurpose.RECALL, at, text);
            case CREDIT ->
                new AccountCommand.Credit(id, legId, amountMinor, currency, CreditPurpose.TRANSFER, at, text);
            case REFUND -> new AccountCommand.Credit(id, legId, amountMinor, currency, CreditPurpose.REFUND, at, text);
        };
    }

    private static Step requestReversal(Ended ended) {
        var details = ended.details();
        List<Posting> back = ended.legs().stream()
                .map(leg -> leg.posting())
                .map(p -> new Posting(p.to(), p.from(), p.amountMinor()))
                .toList();
        var request = new TransferCommand.Request(
                details.currency(),
                back,
                "Reversal of " + details.transferId(),
                false,
                null,
                null,
                details.transferId());
        return new Step(
                Transfers.REQUEST_ID, TransferKind.NAME, ended.reversal().reversalId(), request);
    }

    private static Step tellOriginal(Ended ended) {
        var details = ended.details();
        var command = new TransferCommand.EndReversal(
                details.transferId(), ended.ending().status(), ended.ending().reason());
        return new Step("reversal-ended:" + details.transferId(), TransferKind.NAME, details.reverses(), command);
    }

    @Override
    public TransferCommand answered(Step step, Outcome<?, ?> outcome) {
        String refusal = refusal(outcome);
        if (step.command() instanceof TransferCommand.Request) {
            return new TransferCommand.ReversalAnswered(step.entityId(), refusal);
        }
        if (step.command() instanceof TransferCommand.EndReversal) {
            return new TransferCommand.OriginalTold();
        }
        // transfer:<id>/<leg>/<step>/<attempt>, as step() made it.
        String[] parts = step.stepId().split("/");
        int n = parts.length;
        var kind = TransferStep.valueOf(parts[n - 2].toUpperCase(Locale.ROOT));
        return new TransferCommand.StepAnswered(
                kind, Integer.parseInt(parts[n - 3]), Integer.parseInt(parts[n - 1]), refusal);
    }

    /** Why the step had no effect, or null if it had. */
    private static String refusal(Outcome<?, ?> outcome) {
        if (outcome instanceof Outcome.Refused<?, ?> refused) {
            return kebab((Enum<?>) refused.reason());
        }
        // Somebody has taken the id of the reversing transfer for another one.
        return outcome instanceof Outcome.Failed<?, ?> failed ? kebab(failed.failure()) : null;
    }

    @Override
    public Optional<Instant> alarm(TransferState state) {
        return state instanceof Held held ? Optional.ofNullable(held.details().expiresAt()) : Optional.empty();
    }

    @Override
    public TransferCommand alarmed() {
        return new TransferCommand.Expire();
    }

    @Override
    public boolean resting(TransferState state) {
        return !(state instanceof Absent) && due(state).isEmpty();
    }

    private static String kebab(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
