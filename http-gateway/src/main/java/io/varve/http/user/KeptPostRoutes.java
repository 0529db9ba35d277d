package io.varve.http.user;

import static org.apache.pekko.http.javadsl.server.Directives.concat;
import static org.apache.pekko.http.javadsl.server.Directives.delete;
import static org.apache.pekko.http.javadsl.server.Directives.get;
import static org.apache.pekko.http.javadsl.server.Directives.path;
import static org.apache.pekko.http.javadsl.server.Directives.pathPrefix;
import static org.apache.pekko.http.javadsl.server.Directives.put;
import static org.apache.pekko.http.javadsl.server.PathMatchers.segment;

import io.varve.http.post.PostBodies;
import io.varve.http.post.PostReader;
import io.varve.http.social.Actor;
import io.varve.http.social.KnownUsers;
import io.varve.http.social.PostCommands;
import io.varve.http.social.UserCommands;
import io.varve.http.social.VisiblePosts;
import io.varve.http.web.Answers;
import io.varve.http.web.Endpoint;
import io.varve.http.web.Fields;
import io.varve.http.web.Requests;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserCommand.MuteKind;
import io.varve.read.query.Page;
import io.varve.read.user.Bookmark;
import io.varve.read.user.UserViews;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpRequest;
import org.apache.pekko.http.javadsl.model.HttpResponse;
import org.apache.pekko.http.javadsl.server.Route;

/** {@code /v1/users/{id}/bookmarks} and {@code /muted-threads}: what a user has done about posts that nobody else sees. */
public final class KeptPostRoutes {
    private final Endpoint endpoint;
    private final UserCommands commands;
    private final KnownUsers users;
    private final VisiblePosts visible;
    private final PostCommands posts;
    private final PostReader reader;
    private final UserViews views;

    public KeptPostRoutes(
            Endpoint endpoint,
            UserCommands commands,
            KnownUsers users,
            VisiblePosts visible,
            PostCommands posts,
            PostReader reader,
            UserViews views) {
        this.endpoint = endpoint;
        this.commands = commands;
        this.users = users;
        this.visible = visible;
        this.posts = posts;
        this.reader = reader;
        this.views = views;
    }

    public Route route() {
        return pathPrefix("users", () -> pathPrefix(segment(), this::user));
    }

    private Route user(String id) {
        return concat(
                path("bookmarks", () -> get(() -> endpoint.read(request -> bookmarks(request, id)))),
                path(
                        segment("bookmarks").slash(segment()),
                        postId -> concat(
                                put(() -> endpoint.command(
                                        UserRequests.Nothing.class,
                                        (request, body) -> bookmark(request, id, postId, true))),
                                delete(() -> endpoint.command(
                                        UserRequests.Nothing.class,
                                        (request, body) -> bookmark(request, id, postId, false))))),
                path(
                        segment("muted-threads").slash(segment()),
                        postId -> concat(
                                put(() -> endpoint.command(
                                        UserRequests.Nothing.class, (request, body) -> mute(request, id, postId))),
                                delete(() -> endpoint.command(
                                        UserRequests.Nothing.class, (request, body) -> unmute(request, id, postId))))));
    }

    private CompletionStage<HttpResponse> bookmark(HttpRequest request, String id, String postId, boolean kept) {
        var user = Actor.named(request, "userId", id);
        String post = Fields.id("postId", postId);
        // What is kept already may be given up, whatever has become of it.
        CompletionStage<?> checked =
                kept ? visible.find("postId", post, user.id()) : users.require("userId", user.id());
        return checked.thenCompose(may -> commands.submit(request, user, new UserCommand.Bookmark(post, kept)))
                .thenApply(done -> Answers.replayed(
                        Answers.json(200, new UserBodies.BookmarkReply(id, post, kept, done.revision())),
                        done.repeated()));
    }

    private CompletionStage<HttpResponse> bookmarks(HttpRequest request, String id) {
        Requests.allowParameters(request, Set.of("limit", "cursor"));
        var page = Requests.page(request);
        return users.require("userId", Actor.reader(request, "userId", id))
                .thenCompose(user -> views.bookmarks(user, page))
                .thenCompose(found -> show(request, found, id));
    }

    private CompletionStage<HttpResponse> show(HttpRequest request, Page<Bookmark> page, String user) {
        var ids = page.items().stream().map(Bookmark::postId).toList();
        return reader.visible(ids, Optional.of(user))
                .thenApply(posts -> Answers.page(
                        request,
                        page,
                        bookmark -> new UserBodies.Bookmark(
                                bookmark.postId(),
                                bookmark.since(),
                                Optional.ofNullable(posts.get(bookmark.postId()))
                                        .map(PostBodies.Post::of))));
    }

    private CompletionStage<HttpResponse> mute(HttpRequest request, String id, String postId) {
        var user = Actor.named(request, "userId", id);
        return visible.find("postId", Fields.id("postId", postId), user.id())
                .thenCompose(post -> mute(request, user, post.root(), true));
    }

    /** Deleted and hidden posts still name their conversation to whoever has muted it by its first post. */
    private CompletionStage<HttpResponse> unmute(HttpRequest request, String id, String postId) {
        var user = Actor.named(request, "userId", id);
        return posts.look("postId", Fields.id("postId", postId))
                .thenCompose(post -> visible.mayBeSeen(post.head(), Optional.of(user.id()))
                        .thenCompose(
                                seen -> mute(request, user, seen ? post.head().root() : postId, false)));
    }

    private CompletionStage<HttpResponse> mute(HttpRequest request, Actor user, String root, boolean muted) {
        return commands.submit(request, user, new UserCommand.Mute(MuteKind.THREAD, root, muted))
                .thenApply(done -> Answers.replayed(
                        Answers.json(200, new UserBodies.ThreadMute(user.id(), root, muted, done.revision())),
                        done.repeated()));
    }
}
