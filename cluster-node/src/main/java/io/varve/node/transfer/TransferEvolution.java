package io.varve.node.transfer;

import io.varve.node.transfer.TransferEvent.CommandRefused;
import io.varve.node.transfer.TransferEvent.Completed;
import io.varve.node.transfer.TransferEvent.ExpiryDue;
import io.varve.node.transfer.TransferEvent.OriginalNotified;
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
import io.varve.node.transfer.TransferState.Aim;
import io.varve.node.transfer.TransferState.Details;
import io.varve.node.transfer.TransferState.Ended;
import io.varve.node.transfer.TransferState.Ending;
import io.varve.node.transfer.TransferState.Held;
import io.varve.node.transfer.TransferState.Leg;
import io.varve.node.transfer.TransferState.Parked;
import io.varve.node.transfer.TransferState.Reversal;
import io.varve.node.transfer.TransferState.Underway;
import java.util.List;
import java.util.stream.IntStream;

/** The evolve table of {@link TransferDecider}. */
final class TransferEvolution {
    private TransferEvolution() {}

    static TransferState evolve(TransferState state, TransferEvent event) {
        if (event instanceof Requested e) {
            return requested(e);
        } else if (event instanceof StepDone e) {
            return stepDone((Underway) state, e);
        } else if (event instanceof StepRefused e) {
            return stepRefused((Underway) state, e);
        } else if (event instanceof TransferEvent.Held) {
            var underway = (Underway) state;
            return new Held(underway.details(), underway.legs());
        } else if (event instanceof Posted e) {
            return posted((Held) state, e);
        } else if (event instanceof VoidRequested) {
            return undo((Held) state, TransferStatus.VOIDED);
        } else if (event instanceof ExpiryDue) {
            return undo((Held) state, TransferStatus.EXPIRED);
        } else if (event instanceof Completed) {
            return ended((Underway) state, new Ending(TransferStatus.COMPLETED, null));
        } else if (event instanceof Undone e) {
            return ended((Underway) state, new Ending(e.status(), e.reason()));
        } else if (event instanceof TransferEvent.Parked e) {
            return new Parked((Underway) state, e.reason());
        } else if (event instanceof Retried e) {
            var was = ((Parked) state).underway();
            return new Underway(was.details(), was.legs(), was.aim(), was.ending(), e.attempt());
        } else if (event instanceof CommandRefused) {
            return state;
        }
        return reversal((Ended) state, event);
    }

    private static TransferState reversal(Ended ended, TransferEvent event) {
        if (event instanceof ReversalRequested e) {
            return with(ended, ended.ending(), new Reversal(e.reversalId(), false), ended.reversalAttempts() + 1);
        } else if (event instanceof ReversalStarted e) {
            return with(ended, ended.ending(), new Reversal(e.reversalId(), true), ended.reversalAttempts());
        } else if (event instanceof Reversed e) {
            var reversed = new Ending(TransferStatus.REVERSED, null);
            return with(ended, reversed, new Reversal(e.reversalId(), true), ended.reversalAttempts());
        } else if (event instanceof ReversalRefused) {
            return with(ended, ended.ending(), null, ended.reversalAttempts());
        } else if (event instanceof OriginalNotified) {
            return new Ended(
                    ended.details(), ended.legs(), ended.ending(), ended.reversal(), ended.reversalAttempts(), true);
        }
        throw new IllegalStateException("unknown event " + event);
    }

    private static Ended with(Ended ended, Ending ending, Reversal reversal, int attempts) {
        return new Ended(ended.details(), ended.legs(), ending, reversal, attempts, ended.originalTold());
    }

    private static Underway requested(Requested e) {
        var details = new Details(
                e.transferId(), e.currency(), e.description(), e.hold(), e.expiresAt(), e.effectiveAt(), e.reverses());
        var legs = e.postings().stream()
                .map(posting -> new Leg(posting, Leg.Source.UNTOUCHED, Leg.Target.UNTOUCHED))
                .toList();
        return new Underway(details, legs, e.hold() ? Aim.HOLD : Aim.MOVE, null, 0);
    }

    private static Underway stepDone(Underway underway, StepDone e) {
        return switch (e.step()) {
            case HOLD -> underway.with(e.leg(), leg -> leg.source(Leg.Source.HELD));
            case CAPTURE, DEBIT -> underway.with(e.leg(), leg -> leg.source(Leg.Source.DEBITED));
            case CREDIT -> underway.with(e.leg(), leg -> leg.target(Leg.Target.CREDITED));
            case RELEASE, REFUND -> underway.with(e.leg(), leg -> leg.source(Leg.Source.UNDONE));
            case RECALL -> underway.with(e.leg(), leg -> leg.target(Leg.Target.UNDONE));
        };
    }

    private static Underway stepRefused(Underway underway, StepRefused e) {
        boolean untouched = underway.legs().stream().allMatch(leg -> leg.source() == Leg.Source.UNTOUCHED);
        return underway.undoing(
                new Ending(untouched ? TransferStatus.REJECTED : TransferStatus.ROLLED_BACK, e.reason()));
    }

    private static Underway posted(Held held, Posted e) {
        List<Leg> legs = IntStream.range(0, held.legs().size())
                .mapToObj(i -> new Leg(e.postings().get(i), Leg.Source.HELD, Leg.Target.UNTOUCHED))
                .toList();
        return new Underway(held.details(), legs, Aim.MOVE, null, 0);
    }

    private static Underway undo(Held held, TransferStatus status) {
        return new Underway(held.details(), held.legs(), Aim.UNDO, new Ending(status, null), 0);
    }

    private static Ended ended(Underway underway, Ending ending) {
        return new Ended(underway.details(), underway.legs(), ending, null, 0, false);
    }
}
