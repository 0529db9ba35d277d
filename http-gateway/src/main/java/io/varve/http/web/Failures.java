package io.varve.http.web;

import io.varve.node.entity.Outcome.Failure;

/** What it is to the client when the entity host could not, or would not, carry a command out. */
public final class Failures {
    private Failures() {}

    /** @param reused what the reuse of a command's id is called here */
    public static ProblemException problem(Failure failure, long revision, ProblemType reused) {
        return switch (failure) {
            case REVISION_MISMATCH ->
                new ProblemException(
                        ProblemType.PRECONDITION_FAILED, "If-Match", "The revision is " + revision + " by now");
            case COMMAND_ID_REUSED ->
                new ProblemException(
                        reused, idOf(reused), "The id of this command was used before, with other content");
            case OVERLOADED -> new ProblemException(ProblemType.OVERLOADED, "Too many commands wait for this entity");
            case UNAVAILABLE ->
                new ProblemException(
                        ProblemType.OVERLOADED, "The entity is just being restarted; nothing has happened");
            case OUTCOME_UNKNOWN, TOO_OLD_TO_TELL ->
                new ProblemException(
                        ProblemType.OUTCOME_UNKNOWN,
                        "No answer in time: the command may take effect. Repeat it with the same id");
        };
    }

    /** The field or header that a client gives the id of such a command in. */
    private static String idOf(ProblemType reused) {
        return switch (reused) {
            case ACCOUNT_EXISTS -> "accountId";
            case TRANSFER_EXISTS -> "transferId";
            case POST_EXISTS -> "postId";
            default -> "Idempotency-Key";
        };
    }
}
