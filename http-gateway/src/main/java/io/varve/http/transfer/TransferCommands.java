package io.varve.http.transfer;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.node.entity.Outcome;
import io.varve.node.transfer.TransferAnswer;
import io.varve.node.transfer.TransferCommand;
import io.varve.node.transfer.TransferRefusal;
import io.varve.node.transfer.Transfers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Sends commands to transfers and makes answers, or problems, of their outcomes. */
public final class TransferCommands {
    private final Transfers transfers;

    public TransferCommands(Transfers transfers) {
        this.transfers = transfers;
    }

    /**
     * How a transfer stands.
     *
     * @param reverses the transfer that is being reversed, of a reversing one
     */
    public record Reply(
            String transferId, String status, Optional<String> reason, long revision, Optional<String> reverses) {}

    /**
     * @param repeated true when the command had taken effect before
     * @param rested true when the reply is where the transfer came to rest
     * @param reversalId the transfer that reverses this one, if any
     */
    public record Done(Reply reply, boolean repeated, boolean rested, Optional<String> reversalId) {}

    public CompletionStage<Done> request(String transferId, String by, TransferCommand.Request command) {
        return transfers
                .request(transferId, by, command)
                .thenApply(outcome -> done(outcome, ProblemType.TRANSFER_EXISTS));
    }

    public CompletionStage<Done> submit(String transferId, String commandId, String by, TransferCommand command) {
        return transfers
                .submit(transferId, commandId, by, command)
                .thenApply(outcome -> done(outcome, ProblemType.IDEMPOTENCY_KEY_REUSED));
    }

    /** Waits until the transfer rests, at most as long as given; then says where it stands, or what was said before. */
    public CompletionStage<Done> rest(Done before, Duration maxWait) {
        if (maxWait.isZero() || maxWait.isNegative()) {
            return CompletableFuture.completedFuture(before);
        }
        return transfers
                .outcome(before.reply().transferId(), maxWait)
                .thenApply(outcome -> outcome instanceof Outcome.Accepted<TransferAnswer, TransferRefusal> rest
                        ? new Done(
                                reply(rest.answer(), rest.revision()),
                                before.repeated(),
                                true,
                                Optional.ofNullable(rest.answer().reversalId()))
                        : before);
    }

    /** Like {@link #rest}, for a reversal: it begins by the time that the original rests. */
    public CompletionStage<Done> restOfReversal(Done original, Done reversal, Duration maxWait) {
        long begin = System.nanoTime();
        return rest(original, maxWait)
                .thenCompose(rest -> rest.rested()
                        ? rest(reversal, maxWait.minusNanos(System.nanoTime() - begin))
                        : CompletableFuture.completedFuture(reversal));
    }

    private static Done done(Outcome<TransferAnswer, TransferRefusal> outcome, ProblemType reused) {
        if (outcome instanceof Outcome.Accepted<TransferAnswer, TransferRefusal> accepted) {
            var answer = accepted.answer();
            return new Done(
                    reply(answer, accepted.revision()),
                    accepted.repeated(),
                    false,
                    Optional.ofNullable(answer.reversalId()));
        }
        if (outcome instanceof Outcome.Refused<TransferAnswer, TransferRefusal> refused) {
            throw problem(refused.reason());
        }
        var failed = (Outcome.Failed<TransferAnswer, TransferRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), reused);
    }

    private static Reply reply(TransferAnswer answer, long revision) {
        String status = answer.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Reply(answer.transferId(), status, Optional.ofNullable(answer.reason()), revision, Optional.empty());
    }

    private static ProblemException problem(TransferRefusal reason) {
        return switch (reason) {
            case TRANSFER_NOT_FOUND ->
                new ProblemException(ProblemType.TRANSFER_NOT_FOUND, "There is no such transfer");
            case TRANSFER_EXISTS ->
                new ProblemException(
                        ProblemType.TRANSFER_EXISTS, "transferId", "The transfer exists, with other content");
            case TRANSFER_NOT_HELD -> new ProblemException(ProblemType.TRANSFER_NOT_HELD, "The transfer is not held");
            case TRANSFER_NOT_COMPLETED ->
                new ProblemException(ProblemType.TRANSFER_NOT_COMPLETED, "The transfer is not completed");
            case TRANSFER_NOT_PARKED ->
                new ProblemException(ProblemType.TRANSFER_NOT_PARKED, "The transfer is not parked");
            case REVERSAL_UNDERWAY ->
                new ProblemException(ProblemType.REVERSAL_UNDERWAY, "The transfer is being reversed already");
            case AMOUNT_ABOVE_HOLD ->
                new ProblemException(ProblemType.AMOUNT_ABOVE_HOLD, "amountMinor", "The amount is more than is held");
            case PART_OF_SEVERAL_POSTINGS ->
                new ProblemException(
                        ProblemType.PART_OF_SEVERAL_POSTINGS,
                        "amountMinor",
                        "Only a transfer of a single posting can be posted in part");
        };
    }
}
