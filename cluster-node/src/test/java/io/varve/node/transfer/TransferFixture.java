package io.varve.node.transfer;

import io.varve.node.entity.DeciderSpec;
import io.varve.node.transfer.TransferEvent.Requested;
import io.varve.node.transfer.TransferEvent.StepDone;
import io.varve.node.transfer.TransferEvent.StepRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The transfers that the tests speak of: one of a single posting, one of two. */
final class TransferFixture {
    static final String ID = "t1";
    static final Instant EXPIRY = Instant.parse("2026-04-01T00:00:00Z");
    static final Posting FIRST = new Posting("alice", "bob", 60);
    static final Posting SECOND = new Posting("carol", "dave", 40);

    static final Requested SINGLE = requested(false, null, FIRST);
    static final Requested DOUBLE = requested(false, null, FIRST, SECOND);
    static final Requested HELD_SINGLE = requested(true, EXPIRY, FIRST);
    static final Requested HELD_DOUBLE = requested(true, EXPIRY, FIRST, SECOND);

    private TransferFixture() {}

    static Requested requested(boolean hold, Instant expiresAt, Posting... postings) {
        return new Requested(ID, "EUR", List.of(postings), "rent", hold, expiresAt, null, null);
    }

    static TransferCommand.Request request(Requested e) {
        return new TransferCommand.Request(
                e.currency(), e.postings(), e.description(), e.hold(), e.expiresAt(), e.effectiveAt(), e.reverses());
    }

    static StepDone done(TransferStep step, int leg) {
        var posting = posting(leg);
        return new StepDone(step, leg, account(step, leg), posting.amountMinor());
    }

    static StepRefused refused(TransferStep step, int leg, String reason) {
        return new StepRefused(step, leg, account(step, leg), reason);
    }

    static TransferEvent.Parked parked(TransferStep step, int leg, String reason) {
        return new TransferEvent.Parked(step, leg, account(step, leg), reason);
    }

    static TransferCommand.StepAnswered answer(TransferStep step, int leg) {
        return new TransferCommand.StepAnswered(step, leg, 0, null);
    }

    static TransferCommand.StepAnswered refusal(TransferStep step, int leg, String reason) {
        return new TransferCommand.StepAnswered(step, leg, 0, reason);
    }

    private static Posting posting(int leg) {
        return leg == 0 ? FIRST : SECOND;
    }

    private static String account(TransferStep step, int leg) {
        boolean atTarget = step == TransferStep.CREDIT || step == TransferStep.RECALL;
        return atTarget ? posting(leg).to() : posting(leg).from();
    }

    static DeciderSpec<TransferCommand, TransferEvent, TransferState, TransferAnswer, TransferRefusal> given(
            TransferEvent... events) {
        return DeciderSpec.given(new TransferDecider(), ID, List.of(events));
    }

    static DeciderSpec<TransferCommand, TransferEvent, TransferState, TransferAnswer, TransferRefusal> given(
            List<TransferEvent> before, TransferEvent... events) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(events));
        return DeciderSpec.given(new TransferDecider(), ID, all);
    }

    /** A single transfer that has reached its end. */
    static List<TransferEvent> completed() {
        return List.of(
                SINGLE, done(TransferStep.DEBIT, 0), done(TransferStep.CREDIT, 0), new TransferEvent.Completed());
    }

    /** Two postings, both debited and the first credited; then the second credit and the recall were refused. */
    static List<TransferEvent> parkedAtRecall() {
        return List.of(
                DOUBLE,
                done(TransferStep.DEBIT, 0),
                done(TransferStep.DEBIT, 1),
                done(TransferStep.CREDIT, 0),
                refused(TransferStep.CREDIT, 1, "account-closed"),
                parked(TransferStep.RECALL, 0, "insufficient-funds"));
    }

    /** Both postings are held. */
    static List<TransferEvent> held() {
        return List.of(HELD_DOUBLE, done(TransferStep.HOLD, 0), done(TransferStep.HOLD, 1), new TransferEvent.Held());
    }

    /** The single posting is held. */
    static List<TransferEvent> heldSingle() {
        return List.of(HELD_SINGLE, done(TransferStep.HOLD, 0), new TransferEvent.Held());
    }
}
