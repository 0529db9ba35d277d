package io.varve.read.telling;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.node.crowd.CrowdAnswer;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdRefusal;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.crowd.Crowds;
import io.varve.node.entity.Entities;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostRefusal;
import io.varve.node.post.Posts;
import io.varve.node.user.UserAnswer;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserRefusal;
import io.varve.node.user.Users;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The entities of the cluster. */
final class ClusterDoors implements Doors {
    private static final String BY = "telling";
    private static final int REMEMBERED = 100_000;

    private final Posts posts;
    private final Users users;
    private final Crowds crowds;
    /** Users never vanish, and who has once been made a member is never made one again: neither is asked twice. */
    private final Cache<String, Boolean> known = remembered();

    private final Cache<String, Boolean> joined = remembered();

    ClusterDoors(Entities entities) {
        posts = new Posts(entities);
        users = new Users(entities);
        crowds = new Crowds(entities);
    }

    private static Cache<String, Boolean> remembered() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    }

    @Override
    public CompletionStage<Optional<PostAnswer>> post(String postId) {
        return posts.submit(postId, idOf("look", postId), BY, null, new PostCommand.Look())
                .thenApply(outcome -> {
                    if (outcome instanceof Outcome.Accepted<PostAnswer, PostRefusal> accepted) {
                        return Optional.of(accepted.answer());
                    }
                    answered(outcome, postId);
                    return Optional.empty();
                });
    }

    @Override
    public CompletionStage<Boolean> isUser(String userId) {
        if (known.getIfPresent(userId) != null) {
            return CompletableFuture.completedFuture(true);
        }
        return users.submit(userId, idOf("look", userId), BY, null, new UserCommand.Look())
                .thenApply(outcome -> {
                    answered(outcome, userId);
                    boolean isUser = outcome instanceof Outcome.Accepted<UserAnswer, UserRefusal>;
                    if (isUser) {
                        known.put(userId, true);
                    }
                    return isUser;
                });
    }

    @Override
    public CompletionStage<Boolean> isMember(CrowdRelation relation, String subject, String member) {
        return ask(relation.entityId(subject, member), idOf("has", member), new CrowdCommand.Has(member))
                .thenApply(answer -> answer.map(CrowdAnswer::member).orElse(false));
    }

    @Override
    public CompletionStage<List<String>> observers(String postId) {
        return observers(CrowdRelation.OBSERVERS.entityId(postId, 0), null, new ArrayList<>());
    }

    private CompletionStage<List<String>> observers(String crowdId, String after, List<String> soFar) {
        int limit = CrowdCommand.Members.MAX_LIMIT;
        return ask(crowdId, idOf("members", String.valueOf(after)), new CrowdCommand.Members(after, limit))
                .thenCompose(answer -> {
                    var found = answer.map(CrowdAnswer::members).orElse(List.of());
                    soFar.addAll(found);
                    return found.size() < limit
                            ? CompletableFuture.completedFuture(soFar)
                            : observers(crowdId, found.get(limit - 1), soFar);
                });
    }

    @Override
    public CompletionStage<Void> join(CrowdRelation relation, String subject, String member) {
        var crowdId = relation.entityId(subject, member);
        var remembered = crowdId + " " + member;
        if (joined.getIfPresent(remembered) != null) {
            return CompletableFuture.completedFuture(null);
        }
        return ask(crowdId, idOf("join", member), new CrowdCommand.Join(member, true))
                .thenAccept(answer -> joined.put(remembered, true));
    }

    @Override
    public CompletionStage<Void> leave(CrowdRelation relation, String subject, String member) {
        return ask(relation.entityId(subject, member), idOf("leave", member), new CrowdCommand.Leave(member))
                .thenAccept(answer -> {});
    }

    /** Empty when the crowd is full: who comes too late for that is not told, and that is not to be mended. */
    private CompletionStage<Optional<CrowdAnswer>> ask(String crowdId, String commandId, CrowdCommand command) {
        return crowds.submit(crowdId, commandId, BY, command).thenApply(outcome -> {
            answered(outcome, crowdId);
            return outcome instanceof Outcome.Accepted<CrowdAnswer, CrowdRefusal> accepted
                    ? Optional.of(accepted.answer())
                    : Optional.empty();
        });
    }

    @Override
    public CompletionStage<Void> tell(String userId, Tell tell) {
        return users.submit(userId, idOf("tell", tell.toString()), BY, null, tell)
                .thenAccept(outcome -> answered(outcome, userId));
    }

    /** Of what it says, so that the same is a repeat, and what a page with other events comes to is none. */
    private static String idOf(String what, String content) {
        return what + ":" + UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static void answered(Outcome<?, ?> outcome, String entityId) {
        if (outcome instanceof Outcome.Failed<?, ?> failed) {
            throw new IllegalStateException(entityId + " has not answered: " + failed.failure());
        }
    }
}
