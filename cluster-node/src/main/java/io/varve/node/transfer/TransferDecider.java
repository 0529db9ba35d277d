package io.varve.node.transfer;

import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.Decider;
import io.varve.node.entity.Decision;
import io.varve.node.transfer.TransferCommand.EndReversal;
import io.varve.node.transfer.TransferCommand.Expire;
import io.varve.node.transfer.TransferCommand.OriginalTold;
import io.varve.node.transfer.TransferCommand.Post;
import io.varve.node.transfer.TransferCommand.Request;
import io.varve.node.transfer.TransferCommand.Retry;
import io.varve.node.transfer.TransferCommand.ReversalAnswered;
import io.varve.node.transfer.TransferCommand.Reverse;
import io.varve.node.transfer.TransferCommand.StepAnswered;
import io.varve.node.transfer.TransferEvent.CommandRefused;
import io.varve.node.transfer.TransferEvent.StepDone;
import io.varve.node.transfer.TransferEvent.StepRefused;
import io.varve.node.transfer.TransferState.Absent;
import io.varve.node.transfer.TransferState.Aim;
import io.varve.node.transfer.TransferState.Ended;
import io.varve.node.transfer.TransferState.Held;
import io.varve.node.transfer.TransferState.Parked;
import io.varve.node.transfer.TransferState.Underway;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A transfer: all postings or none. Its invariants:
 *
 * <ul>
 *   <li>one step is due at a time, and what is due follows from the state alone;
 *   <li>no posting is credited before every posting is debited, so money is in flight but never made;
 *   <li>after a refusal every step that was done is undone, credits before debits, or the transfer is parked.
 * </ul>
 */
final class TransferDecider
        implements Decider<TransferCommand, TransferEvent, TransferState, TransferAnswer, TransferRefusal> {

    @Override
    public TransferState initial(String entityId) {
        return new Absent(entityId);
    }

    @Override
    public Decision<TransferEvent, TransferRefusal> decide(
            TransferState state, TransferCommand command, CommandMeta meta) {
        if (state instanceof Absent absent) {
            return command instanceof Request request
                    ? Decision.accept(requested(absent.transferId(), request))
                    : Decision.refuse(TransferRefusal.TRANSFER_NOT_FOUND);
        }
        if (command instanceof StepAnswered c) {
            return stepAnswered(state, c);
        } else if (command instanceof Post c) {
            return state instanceof Held held ? post(held, c) : refuse(c, TransferRefusal.TRANSFER_NOT_HELD);
        } else if (command instanceof TransferCommand.Void) {
            return state instanceof Held
                    ? Decision.accept(new TransferEvent.VoidRequested())
                    : refuse(command, TransferRefusal.TRANSFER_NOT_HELD);
        } else if (command instanceof Expire) {
            return state instanceof Held ? Decision.accept(new TransferEvent.ExpiryDue()) : nothing();
        } else if (command instanceof Retry) {
            return state instanceof Parked parked
                    ? Decision.accept(
                            new TransferEvent.Retried(parked.underway().attempt() + 1))
                    : refuse(command, TransferRefusal.TRANSFER_NOT_PARKED);
        } else if (command instanceof Reverse) {
            return reverse(state, command);
        } else if (command instanceof ReversalAnswered c) {
            return reversalAnswered(state, c);
        } else if (command instanceof EndReversal c) {
            return endReversal(state, c);
        } else if (command instanceof OriginalTold) {
            return state instanceof Ended ended && tellsOriginal(ended)
                    ? Decision.accept(
                            new TransferEvent.OriginalNotified(ended.details().reverses()))
                    : nothing();
        }
        return refuse(command, TransferRefusal.TRANSFER_EXISTS);
    }

    private static TransferEvent requested(String transferId, Request c) {
        return new TransferEvent.Requested(
                transferId,
                c.currency(),
                List.copyOf(c.postings()),
                c.description(),
                c.hold(),
                c.expiresAt(),
                c.effectiveAt(),
                c.reverses());
    }

    private Decision<TransferEvent, TransferRefusal> stepAnswered(TransferState state, StepAnswered c) {
        if (!(state instanceof Underway underway)
                || underway.attempt() != c.attempt()
                || !underway.due().equals(Optional.of(new TransferState.Due(c.step(), c.leg())))) {
            return nothing(); // The answer to a step that was answered before.
        }
        var posting = underway.legs().get(c.leg()).posting();
        boolean atTarget = c.step() == TransferStep.CREDIT || c.step() == TransferStep.RECALL;
        String accountId = atTarget ? posting.to() : posting.from();
        var events = new ArrayList<TransferEvent>();
        if (c.refusal() == null) {
            events.add(new StepDone(c.step(), c.leg(), accountId, posting.amountMinor()));
        } else if (underway.aim() == Aim.UNDO) {
            events.add(new TransferEvent.Parked(c.step(), c.leg(), accountId, c.refusal()));
        } else {
            events.add(new StepRefused(c.step(), c.leg(), accountId, c.refusal()));
        }
        addEndOfAim(underway, events);
        return Decision.accept(events);
    }

    /** When the events leave nothing due, what the transfer has come to is an event too. */
    private void addEndOfAim(TransferState before, List<TransferEvent> events) {
        TransferState after = before;
        for (var event : events) {
            after = evolve(after, event);
        }
        if (after instanceof Underway underway && underway.due().isEmpty()) {
            events.add(
                    switch (underway.aim()) {
                        case HOLD -> new TransferEvent.Held();
                        case MOVE -> new TransferEvent.Completed();
                        case UNDO ->
                            new TransferEvent.Undone(
                                    underway.ending().status(),
                                    underway.ending().reason());
                    });
        }
    }

    private static Decision<TransferEvent, TransferRefusal> post(Held held, Post c) {
        var postings = held.legs().stream().map(TransferState.Leg::posting).toList();
        if (c.amountMinor() == null) {
            return Decision.accept(new TransferEvent.Posted(postings));
        }
        if (postings.size() > 1) {
            return refuse(c, TransferRefusal.PART_OF_SEVERAL_POSTINGS);
        }
        var posting = postings.get(0);
        return c.amountMinor() > posting.amountMinor()
                ? refuse(c, TransferRefusal.AMOUNT_ABOVE_HOLD)
                : Decision.accept(
                        new TransferEvent.Posted(List.of(new Posting(posting.from(), posting.to(), c.amountMinor()))));
    }

    private static Decision<TransferEvent, TransferRefusal> reverse(TransferState state, TransferCommand command) {
        if (!(state instanceof Ended ended) || ended.ending().status() != TransferStatus.COMPLETED) {
            return refuse(command, TransferRefusal.TRANSFER_NOT_COMPLETED);
        }
        if (ended.reversal() != null) {
            return refuse(command, TransferRefusal.REVERSAL_UNDERWAY);
        }
        int attempt = ended.reversalAttempts() + 1;
        return Decision.accept(new TransferEvent.ReversalRequested(
                ended.details().transferId() + ":reversal" + (attempt == 1 ? "" : ":" + attempt)));
    }

    private static Decision<TransferEvent, TransferRefusal> reversalAnswered(TransferState state, ReversalAnswered c) {
        if (!underway(state, c.reversalId()) || ((Ended) state).reversal().started()) {
            return nothing();
        }
        return Decision.accept(
                c.refusal() == null
                        ? new TransferEvent.ReversalStarted(c.reversalId())
                        : new TransferEvent.ReversalRefused(c.reversalId(), c.refusal()));
    }

    private static Decision<TransferEvent, TransferRefusal> endReversal(TransferState state, EndReversal c) {
        if (!underway(state, c.reversalId())) {
            return nothing();
        }
        return Decision.accept(
                c.status() == TransferStatus.COMPLETED
                        ? new TransferEvent.Reversed(c.reversalId())
                        : new TransferEvent.ReversalRefused(c.reversalId(), c.reason()));
    }

    private static boolean underway(TransferState state, String reversalId) {
        return state instanceof Ended ended
                && ended.ending().status() == TransferStatus.COMPLETED
                && ended.reversal() != null
                && Objects.equals(ended.reversal().reversalId(), reversalId);
    }

    static boolean tellsOriginal(Ended ended) {
        return ended.details().reverses() != null && !ended.originalTold();
    }

    private static Decision<TransferEvent, TransferRefusal> nothing() {
        return Decision.accept(List.of());
    }

    private static Decision<TransferEvent, TransferRefusal> refuse(TransferCommand command, TransferRefusal reason) {
        String name = command.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return Decision.refuse(reason, new CommandRefused(name, reason));
    }

    @Override
    public TransferState evolve(TransferState state, TransferEvent event) {
        return TransferEvolution.evolve(state, event);
    }

    @Override
    public TransferAnswer answer(TransferState state) {
        if (state instanceof Underway underway) {
            return answer(underway.details(), TransferStatus.ACCEPTED, null, null);
        } else if (state instanceof Held held) {
            return answer(held.details(), TransferStatus.HELD, null, null);
        } else if (state instanceof Parked parked) {
            return answer(parked.underway().details(), TransferStatus.PARKED, parked.reason(), null);
        } else if (state instanceof Ended ended) {
            String reversalId =
                    ended.reversal() == null ? null : ended.reversal().reversalId();
            return answer(
                    ended.details(), ended.ending().status(), ended.ending().reason(), reversalId);
        }
        return new TransferAnswer(((Absent) state).transferId(), null, null, null);
    }

    private static TransferAnswer answer(
            TransferState.Details details, TransferStatus status, String reason, String reversalId) {
        return new TransferAnswer(details.transferId(), status, reason, reversalId);
    }

    @Override
    public Optional<TransferRefusal> refusalOf(TransferEvent event) {
        return event instanceof CommandRefused refused ? Optional.of(refused.reason()) : Optional.empty();
    }
}
