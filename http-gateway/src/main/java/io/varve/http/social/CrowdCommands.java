package io.varve.http.social;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.crowd.CrowdAnswer;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdRefusal;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.crowd.Crowds;
import io.varve.node.entity.Outcome;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Sends commands to crowds and makes answers, or problems, of their outcomes. */
public final class CrowdCommands {
    /** A question is no event and so is not remembered: its id may be the same each time. */
    private static final String HAS_ID = "has";

    /** Somebody begins to watch by answering but once: before each later answer it is a repeat. */
    private static final String WATCH_ID = "watch:";

    private final Crowds crowds;

    public CrowdCommands(Crowds crowds) {
        this.crowds = crowds;
    }

    /**
     * @param member whether the user belongs to the crowd now
     * @param changed whether it was otherwise before
     * @param repeated true when the command had taken effect before
     */
    public record Done(boolean member, boolean changed, boolean repeated) {
        /** Of somebody who has only asked. */
        public static Done unchanged(boolean member) {
            return new Done(member, false, false);
        }
    }

    /** Makes the user a member of a crowd, or takes them out. */
    public CompletionStage<Done> set(
            HttpRequest request, CrowdRelation relation, String subject, Actor user, boolean member) {
        var command = member ? new CrowdCommand.Join(user.id(), false) : new CrowdCommand.Leave(user.id());
        return submit(relation, subject, user, Requests.commandId(request), command);
    }

    /**
     * Makes an observer of somebody who is about to answer a post, unless they have stopped watching it before. If too
     * many watch it, they don't, and may answer all the same.
     */
    public CompletionStage<Void> watch(String postId, Actor user) {
        var join = new CrowdCommand.Join(user.id(), true);
        return crowds.submit(CrowdRelation.OBSERVERS.entityId(postId, user.id()), WATCH_ID + user.id(), user.by(), join)
                .thenAccept(outcome -> {
                    if (outcome instanceof Outcome.Failed<CrowdAnswer, CrowdRefusal>) {
                        done(outcome);
                    }
                });
    }

    /** Whether a user belongs to a crowd. */
    public CompletionStage<Boolean> has(CrowdRelation relation, String subject, String member) {
        return submit(relation, subject, new Actor(member, member), HAS_ID, new CrowdCommand.Has(member))
                .thenApply(Done::member);
    }

    private CompletionStage<Done> submit(
            CrowdRelation relation, String subject, Actor user, String commandId, CrowdCommand command) {
        return crowds.submit(relation.entityId(subject, user.id()), commandId, user.by(), command)
                .thenApply(CrowdCommands::done);
    }

    private static Done done(Outcome<CrowdAnswer, CrowdRefusal> outcome) {
        if (outcome instanceof Outcome.Accepted<CrowdAnswer, CrowdRefusal> accepted) {
            var answer = accepted.answer();
            return new Done(answer.member(), answer.changed(), accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<CrowdAnswer, CrowdRefusal> refused) {
            throw problem(refused.reason());
        }
        var failed = (Outcome.Failed<CrowdAnswer, CrowdRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private static ProblemException problem(CrowdRefusal reason) {
        return switch (reason) {
            case CROWD_FULL -> new ProblemException(ProblemType.CROWD_FULL, "There is no room for more people");
        };
    }
}
