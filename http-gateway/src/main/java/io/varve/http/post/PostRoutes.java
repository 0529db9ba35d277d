package io.varve.http.post;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathEndOrSingleSlash;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.post;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.post.PostRequests.NewPost;
import io.varve.http.social.Actor;
import io.varve.http.social.CrowdCommands;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.PostCommands;
import io.varve.http.social.VisiblePosts;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Requests;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent.PostHead;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/posts}: writing, changing and looking at posts and comments. */
public final class PostRoutes {
    private final Endpoint endpoint;
    private final PostCommands commands;
    private final CrowdCommands crowds;
    private final KnownUsers users;
    private final VisiblePosts visible;
    private final PostReader reader;

    public PostRoutes(
            Endpoint endpoint,
            PostCommands commands,
            CrowdCommands crowds,
            KnownUsers users,
            VisiblePosts visible,
            PostReader reader) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.crowds = crowds;
        this.users = users;
        this.visible = visible;
        this.reader = reader;
    }

    public Route route() {
        return pathPrefix(
                "posts",
                () -> concat(
                        pathEndOrSingleSlash(() -> post(() -> endpoint.command(NewPost.class, this::write))),
                        pathPrefix(segment(), this::single)));
    }

    private Route single(String id) {
        return concat(
                pathEndOrSingleSlash(() -> concat(
                        get(() -> endpoint.read(request -> show(request, id))),
                        put(() -> endpoint.command(
                                PostRequests.NewText.class, (request, body) -> change(request, id, body.command()))),
                        delete(() -> endpoint.command(
                                PostRequests.Nothing.class,
                                (request, body) -> change(request, id, new PostCommand.Delete()))))),
                path(
                        "comments",
                        () -> post(() -> endpoint.command(
                                PostRequests.NewComment.class,
                                (request, body) -> write(request, body.answering(id))))));
    }

    private CompletionStage<HttpResponse> write(HttpRequest request, NewPost body) {
        String id = Requests.idOrNew("postId", body.postId());
        var author = Actor.named(request, "author", body.author());
        var draft = body.draft();
        return users.require("author", author.id())
                .thenCompose(known -> parent(id, body.inReplyTo(), author))
                .thenCompose(parent -> watching(parent, author))
                .thenCompose(parent -> commands.write(id, author, draft.command(parent)))
                .thenApply(done -> Answers.withLocation(answer(201, id, done), "/v1/posts/" + id));
    }

    /** What is answered, or null. */
    private CompletionStage<PostHead> parent(String id, String inReplyTo, Actor author) {
        return inReplyTo == null
                ? CompletableFuture.completedFuture(null)
                : visible.find("inReplyTo", Fields.id("inReplyTo", inReplyTo), author.id())
                        .exceptionallyCompose(gone -> answered(id, inReplyTo, author, gone));
    }

    /**
     * What the author has answered already by the post with the id, whatever has become of it since: that is a repeat, and
     * must be answered as the first time.
     */
    private CompletionStage<PostHead> answered(String id, String inReplyTo, Actor author, Throwable gone) {
        return commands.find(id)
                .thenCompose(written -> written.map(PostAnswer::head)
                                .filter(post -> inReplyTo.equals(post.inReplyTo()))
                                .filter(post -> author.id().equals(post.author()))
                                .isPresent()
                        ? commands.look("inReplyTo", inReplyTo).thenApply(PostAnswer::head)
                        : CompletableFuture.failedFuture(gone));
    }

    /** Who answers watches what they answer before the answer is there, so that no later one can be told without them. */
    private CompletionStage<PostHead> watching(PostHead parent, Actor author) {
        return parent == null
                ? CompletableFuture.completedFuture(null)
                : crowds.watch(parent.postId(), author).thenApply(watching -> parent);
    }

    /** Only authors change their posts; so the post must be asked who that is. */
    private CompletionStage<HttpResponse> change(HttpRequest request, String id, PostCommand command) {
        return commands.look("postId", Fields.id("postId", id))
                .thenCompose(post -> commands.submit(
                        request, id, Actor.author(request, post.head().author()), command))
                .thenApply(done -> answer(200, id, done));
    }

    private static HttpResponse answer(int status, String id, PostCommands.Done done) {
        var body = new PostBodies.Reply(id, done.revision());
        return Answers.replayed(Answers.withRevision(Answers.json(status, body), done.revision()), done.repeated());
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("viewer"));
        return reader.findStanding(request, id)
                .thenApply(view -> Answers.withRevision(Answers.json(200, PostBodies.Post.of(view)), view.revision()));
    }
}
