package io.varve.http.social;

import io.varve.http.web.Failures;
import io.varve.http.web.ProblemException;
import io.varve.http.web.ProblemType;
import io.varve.http.web.Requests;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostRefusal;
import io.varve.node.post.Posts;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;

/** Sends commands to posts and makes answers, or problems, of their outcomes. */
public final class PostCommands {
    /** A post is written once: the id of that command is the same for all. */
    private static final String WRITE_ID = "write";

    /** A question is no event and so is not remembered: its id may be the same each time. */
    private static final String LOOK_ID = "look";

    private final Posts posts;

    public PostCommands(Posts posts) {
        this.posts = posts;
    }

    /** @param repeated true when the command had taken effect before */
    public record Done(PostAnswer answer, long revision, boolean repeated) {}

    public CompletionStage<Done> write(String postId, Actor author, PostCommand.Write command) {
        return posts.submit(postId, WRITE_ID, author.by(), null, command)
                .thenApply(outcome -> done(outcome, "postId", ProblemType.POST_EXISTS));
    }

    /** What the author does about the post afterwards. */
    public CompletionStage<Done> submit(HttpRequest request, String postId, Actor author, PostCommand command) {
        return posts.submit(
                        postId, Requests.commandId(request), author.by(), Requests.expectedRevision(request), command)
                .thenApply(outcome -> done(outcome, "postId", ProblemType.IDEMPOTENCY_KEY_REUSED));
    }

    /**
     * What there is of a post, which must be there or have been.
     *
     * @param field where the request names the post
     */
    public CompletionStage<PostAnswer> look(String field, String postId) {
        return look(postId).thenApply(outcome -> answer(outcome, field));
    }

    /** What there is of a post; empty if there never was one. */
    public CompletionStage<Optional<PostAnswer>> find(String postId) {
        return look(postId)
                .thenApply(outcome -> outcome instanceof Outcome.Refused<PostAnswer, PostRefusal>
                        ? Optional.empty()
                        : Optional.of(answer(outcome, "postId")));
    }

    private CompletionStage<Outcome<PostAnswer, PostRefusal>> look(String postId) {
        return posts.submit(postId, LOOK_ID, "gateway", null, new PostCommand.Look());
    }

    private static PostAnswer answer(Outcome<PostAnswer, PostRefusal> outcome, String field) {
        return done(outcome, field, ProblemType.IDEMPOTENCY_KEY_REUSED).answer();
    }

    private static Done done(Outcome<PostAnswer, PostRefusal> outcome, String field, ProblemType reused) {
        if (outcome instanceof Outcome.Accepted<PostAnswer, PostRefusal> accepted) {
            return new Done(accepted.answer(), accepted.revision(), accepted.repeated());
        }
        if (outcome instanceof Outcome.Refused<PostAnswer, PostRefusal> refused) {
            throw problem(refused.reason(), field);
        }
        var failed = (Outcome.Failed<PostAnswer, PostRefusal>) outcome;
        throw Failures.problem(failed.failure(), failed.revision(), reused);
    }

    private static ProblemException problem(PostRefusal reason, String field) {
        return switch (reason) {
            case POST_NOT_FOUND -> notFound(field);
            case POST_EXISTS -> new ProblemException(ProblemType.POST_EXISTS, field, "There is such a post already");
            case POST_DELETED -> deleted(field);
            case TOO_MANY_EDITS ->
                new ProblemException(ProblemType.TOO_MANY_EDITS, "The post has as many edits as one may have");
        };
    }

    public static ProblemException notFound(String field) {
        return new ProblemException(ProblemType.POST_NOT_FOUND, field, "There is no such post");
    }

    public static ProblemException deleted(String field) {
        return new ProblemException(ProblemType.POST_DELETED, field, "The post was deleted");
    }
}
