package io.varve.node.transfer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The life stages of a transfer. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TransferState.Absent.class, name = "absent"),
    @JsonSubTypes.Type(value = TransferState.Underway.class, name = "underway"),
    @JsonSubTypes.Type(value = TransferState.Held.class, name = "held"),
    @JsonSubTypes.Type(value = TransferState.Parked.class, name = "parked"),
    @JsonSubTypes.Type(value = TransferState.Ended.class, name = "ended")
})
sealed interface TransferState {
    record Absent(String transferId) implements TransferState {}

    /** A step is due. */
    record Underway(Details details, List<Leg> legs, Aim aim, Ending ending, int attempt) implements TransferState {
        /** The step that is due, or empty when the aim is reached. */
        Optional<Due> due() {
            return switch (aim) {
                case HOLD -> first(legs, Leg.Source.UNTOUCHED, TransferStep.HOLD);
                case MOVE ->
                    first(legs, Leg.Source.UNTOUCHED, TransferStep.DEBIT)
                            .or(() -> first(legs, Leg.Source.HELD, TransferStep.CAPTURE))
                            .or(() -> first(legs, Leg.Target.UNTOUCHED, TransferStep.CREDIT));
                case UNDO ->
                    first(legs, Leg.Target.CREDITED, TransferStep.RECALL)
                            .or(() -> first(legs, Leg.Source.HELD, TransferStep.RELEASE))
                            .or(() -> first(legs, Leg.Source.DEBITED, TransferStep.REFUND));
            };
        }

        Underway with(int leg, UnaryOperator<Leg> change) {
            var changed = new ArrayList<>(legs);
            changed.set(leg, change.apply(legs.get(leg)));
            return new Underway(details, List.copyOf(changed), aim, ending, attempt);
        }

        Underway undoing(Ending why) {
            return new Underway(details, legs, Aim.UNDO, why, attempt);
        }

        private static Optional<Due> first(List<Leg> legs, Leg.Source source, TransferStep step) {
            return firstIndex(legs.stream().map(Leg::source).toList().indexOf(source), step);
        }

        private static Optional<Due> first(List<Leg> legs, Leg.Target target, TransferStep step) {
            return firstIndex(legs.stream().map(Leg::target).toList().indexOf(target), step);
        }

        private static Optional<Due> firstIndex(int leg, TransferStep step) {
            return leg < 0 ? Optional.empty() : Optional.of(new Due(step, leg));
        }
    }

    /** All postings are held. */
    record Held(Details details, List<Leg> legs) implements TransferState {}

    /** Undoing was refused; {@code underway} is what goes on when an operator retries. */
    record Parked(Underway underway, String reason) implements TransferState {}

    /**
     * Nothing more happens to the money by itself.
     *
     * @param reversal the reversal that is underway, or has taken place, or null
     * @param originalTold true when the transfer that this one reverses knows its end
     */
    record Ended(
            Details details,
            List<Leg> legs,
            Ending ending,
            Reversal reversal,
            int reversalAttempts,
            boolean originalTold)
            implements TransferState {}

    /** What was asked for; see {@link TransferCommand.Request}. */
    record Details(
            String transferId,
            String currency,
            String description,
            boolean hold,
            Instant expiresAt,
            Instant effectiveAt,
            String reverses) {}

    /** One posting and how far it has come. */
    record Leg(Posting posting, Source source, Target target) {
        enum Source {
            UNTOUCHED,
            HELD,
            DEBITED,
            /** The hold or the debit was undone. */
            UNDONE
        }

        enum Target {
            UNTOUCHED,
            CREDITED,
            /** The credit was taken back. */
            UNDONE
        }

        Leg source(Source next) {
            return new Leg(posting, next, target);
        }

        Leg target(Target next) {
            return new Leg(posting, source, next);
        }
    }

    enum Aim {
        HOLD,
        MOVE,
        UNDO
    }

    /**
     * How a transfer ends.
     *
     * @param reason why it was undone, or null
     */
    record Ending(TransferStatus status, String reason) {}

    record Due(TransferStep step, int leg) {}

    /** @param started true once the reversing transfer was accepted */
    record Reversal(String reversalId, boolean started) {}
}
