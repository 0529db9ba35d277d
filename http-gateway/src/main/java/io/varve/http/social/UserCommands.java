package io.varve.http.social;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.entity.Outcome;
import io.varve.node.user.UserAnswer;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserRefusal;
import io.varve.node.user.Users;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Sends commands to users and makes answers, or problems, of their outcomes. */
public final class UserCommands {
    /** A question is no event and so is not remembered: its id may be the same each time. */
    private static final String LOOK_ID = "look";

    private final Users users;

    public UserCommands(Users users) {
        this.users = users;
    }

    /** @param repeated true when the command had taken effect before */
    public record Done(UserAnswer answer, long revision, boolean repeated) {}

    /** What the user does about themself. */
    public CompletionStage<Done> submit(HttpRequest request, Actor user, UserCommand command) {
        return submit(user, Requests.commandId(request), Requests.expectedRevision(request), command, "userId");
    }

    /** The revision of a user, who must be known. */
    public CompletionStage<Long> look(String field, String userId) {
        var self = new Actor(userId, userId);
        return submit(self, LOOK_ID, null, new UserCommand.Look(), field).thenApply(Done::revision);
    }

    private CompletionStage<Done> submit(
            Actor user, String commandId, Long expectedRevision, UserCommand command, String field) {
        return users.submit(user.id(), commandId, user.by(), expectedRevision, command)
                .thenApply(outcome -> done(outcome, field));
    }

    private static Done done(Outcome<UserAnswer, UserRefusal> outcome, String field) {
        if (outcome instanceof Outcome.Accepted<UserAnswer, UserRefusal> accepted) {
            return new Done(accepted.answer(), accepted.revision(), accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<UserAnswer, UserRefusal> refused) {
            throw problem(refused.reason(), field);
        }
        var failed = (Outcome.Failed<UserAnswer, UserRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), ProblemType.IDEMPOTENCY_KEY_REUSED);
    }

    private static ProblemException problem(UserRefusal reason, String field) {
        return switch (reason) {
            case USER_NOT_FOUND -> new ProblemException(ProblemType.USER_NOT_FOUND, field, "There is no such user");
            case ONESELF -> ProblemException.invalid("other", "other must be somebody else");
            case TOO_MANY -> new ProblemException(ProblemType.TOO_MANY, "The user has as many of them as there may be");
        };
    }
}
