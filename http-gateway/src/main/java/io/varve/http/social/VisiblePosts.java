package io.varve.http.social;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.node.post.Visibility;
import io.varve.read.query.Concurrently;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says who may see what. Posts and crowds are asked themselves, so that a post can be liked as soon as it is written, and is
 * not seen any more as soon as somebody is no follower.
 */
public final class VisiblePosts {
    private final PostCommands posts;
    private final CrowdCommands crowds;

    public VisiblePosts(PostCommands posts, CrowdCommands crowds) {
        this.posts = posts;
        this.crowds = crowds;
    }

    /**
     * A post that is there and that the viewer may see; the stage fails with {@code post-not-found} also for one that they may
     * not see, and with {@code post-deleted}.
     *
     * @param field where the request names the post
     */
    public CompletionStage<PostHead> find(String field, String postId, String viewer) {
        return posts.look(field, postId)
                .thenCompose(post -> require(field, post.head(), Optional.of(viewer))
                        .thenApply(head -> {
                            if (post.deleted()) {
                                throw PostCommands.deleted(field);
                            }
                            return head;
                        }));
    }

    /** The post, which fails the stage when the viewer may not see it. */
    public CompletionStage<PostHead> require(String field, PostHead head, Optional<String> viewer) {
        return mayBeSeen(head, viewer).thenApply(seen -> {
            if (!seen) {
                throw PostCommands.notFound(field);
            }
            return head;
        });
    }

    /** @param viewer empty for somebody who does not say who they are */
    public CompletionStage<Boolean> mayBeSeen(PostHead head, Optional<String> viewer) {
        return among(List.of(head), post -> post, viewer).thenApply(seen -> !seen.isEmpty());
    }

    /**
     * Those of some posts that the viewer may see, in their order; whether the viewer follows somebody is asked once.
     *
     * @param viewer empty for somebody who does not say who they are
     */
    public <T> CompletionStage<List<T>> among(List<T> posts, Function<T, PostHead> headOf, Optional<String> viewer) {
        var asked = posts.stream()
                .map(headOf)
                .filter(head -> viewer.isPresent() && !isOpenTo(head, viewer))
                .flatMap(head -> Stream.ofNullable(head.followersOf()))
                .distinct()
                .toList();
        return Concurrently.forEach(asked, author -> crowds.has(CrowdRelation.FOLLOWERS, author, viewer.get()))
                .thenApply(following -> posts.stream()
                        .filter(post -> {
                            var head = headOf.apply(post);
                            int author = asked.indexOf(head.followersOf());
                            return isOpenTo(head, viewer) || author >= 0 && following.get(author);
                        })
                        .toList());
    }

    private static boolean isOpenTo(PostHead head, Optional<String> viewer) {
        return viewer.map(head::isOpenTo).orElse(head.visibility() == Visibility.PUBLIC);
    }
}
