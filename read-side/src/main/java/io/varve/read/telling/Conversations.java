package io.varve.read.telling;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostEvent.PostHead;
import io.varve.read.query.Concurrently;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks about many posts and users, so many at the same time. */
final class Conversations {
    private static final int LANES = 32;

    private final Doors doors;

    Conversations(Doors doors) {
        this.doors = doors;
    }

    /** Those of the posts that are there and not deleted. */
    CompletionStage<Map<String, PostHead>> standing(Collection<String> postIds) {
        return Concurrently.inLanes(LANES, List.copyOf(Set.copyOf(postIds)), doors::post)
                .thenApply(found -> found.stream()
                        .flatMap(answer -> answer.filter(post -> !post.deleted()).stream())
                        .map(PostAnswer::head)
                        .collect(Collectors.toMap(PostHead::postId, Function.identity())));
    }

    private record Watcher(String postId, String userId) {}

    /**
     * Lets authors, and those who are mentioned, watch the posts. It is done again before observers are told anything,
     * since whoever handles the event that wrote a post may not have come so far.
     */
    CompletionStage<Void> watch(Collection<PostHead> posts) {
        var watchers = posts.stream()
                .flatMap(post -> Stream.concat(Stream.of(post.author()), post.mentions().stream())
                        .distinct()
                        .map(user -> new Watcher(post.postId(), user)))
                .toList();
        return Concurrently.inLanes(LANES, watchers, this::watch).thenApply(done -> null);
    }

    /** Who watches each of the posts. */
    CompletionStage<Map<String, List<String>>> observers(Collection<String> postIds) {
        return Concurrently.inLanes(
                        LANES, List.copyOf(postIds), id -> doors.observers(id).thenApply(users -> Map.entry(id, users)))
                .thenApply(found -> found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Anything may be mentioned, also what is no user. */
    private CompletionStage<Void> watch(Watcher watcher) {
        return doors.isUser(watcher.userId())
                .thenCompose(isUser -> isUser
                        ? doors.join(CrowdRelation.OBSERVERS, watcher.postId(), watcher.userId())
                        : CompletableFuture.completedFuture(null));
    }

    CompletionStage<Void> tell(List<Told> all) {
        return Concurrently.inLanes(LANES, all, each -> doors.tell(each.userId(), each.tell()))
                .thenApply(done -> null);
    }

    /** Those whom it is not hidden from what the post says. */
    CompletionStage<List<Told>> whoMaySee(PostHead post, List<Told> all) {
        return Concurrently.inLanes(
                        LANES,
                        all,
                        each -> maySee(each.userId(), post)
                                .thenApply(maySee -> maySee ? Stream.of(each) : Stream.<Told>empty()))
                .thenApply(found -> found.stream().flatMap(Function.identity()).toList());
    }

    private CompletionStage<Boolean> maySee(String userId, PostHead post) {
        boolean isOpen = post.isOpenTo(userId);
        return isOpen || post.followersOf() == null
                ? CompletableFuture.completedFuture(isOpen)
                : doors.isMember(CrowdRelation.FOLLOWERS, post.followersOf(), userId);
    }
}
