package io.varve.read.telling;

import io.varve.node.crowd.CrowdAnswer;
import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdKind;
import io.varve.node.crowd.CrowdRefusal;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.entity.CommandMeta;
import io.varve.node.entity.EntityKind;
import io.varve.node.entity.InMemoryEntity;
import io.varve.node.entity.Outcome;
import io.varve.node.post.PostAnswer;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent;
import io.varve.node.post.PostKind;
import io.varve.node.post.PostRefusal;
import io.varve.node.user.UserAnswer;
import io.varve.node.user.UserCommand;
import io.varve.node.user.UserCommand.Tell;
import io.varve.node.user.UserEvent;
import io.varve.node.user.UserKind;
import io.varve.node.user.UserProfile;
import io.varve.node.user.UserRefusal;
import io.varve.read.table.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Users, posts and crowds that decide as in the cluster, without one. */
final class InMemoryDoors implements Doors {
    private final Map<String, InMemoryEntity<UserCommand, UserEvent, ?, UserAnswer, UserRefusal>> users =
            new HashMap<>();
    private final Map<String, InMemoryEntity<PostCommand, PostEvent, ?, PostAnswer, PostRefusal>> posts =
            new HashMap<>();
    private final Map<String, InMemoryEntity<CrowdCommand, CrowdEvent, ?, CrowdAnswer, CrowdRefusal>> crowds =
            new HashMap<>();
    private int commands;
    private boolean isBroken;

    private static <C, E, A, R extends Enum<R>> InMemoryEntity<C, E, ?, A, R> entity(
            Map<String, InMemoryEntity<C, E, ?, A, R>> all, EntityKind<C, E, ?, A, R> kind, String id) {
        return all.computeIfAbsent(id, key -> new InMemoryEntity<>(kind, id));
    }

    private <C, E, A, R extends Enum<R>> Optional<A> ask(InMemoryEntity<C, E, ?, A, R> entity, C command) {
        return entity.submit("command-" + commands++, command) instanceof Outcome.Accepted<A, R> accepted
                ? Optional.of(accepted.answer())
                : Optional.empty();
    }

    private Optional<UserAnswer> askUser(String id, UserCommand command) {
        return ask(entity(users, UserKind.create(), id), command);
    }

    private Optional<PostAnswer> askPost(String id, PostCommand command) {
        return ask(entity(posts, PostKind.create(), id), command);
    }

    private Optional<CrowdAnswer> askCrowd(String id, CrowdCommand command) {
        return ask(entity(crowds, CrowdKind.create(), id), command);
    }

    void register(String... ids) {
        for (var id : ids) {
            askUser(id, new UserCommand.Define(new UserProfile(id, null)));
        }
    }

    /** From now on users do not answer, or do so again. */
    void breaks(boolean broken) {
        isBroken = broken;
    }

    /** The events of the command. */
    List<Happened<PostEvent>> post(String postId, PostCommand command) {
        var entity = entity(posts, PostKind.create(), postId);
        int before = entity.events().size();
        askPost(postId, command);
        return since(postId, entity.events(), before);
    }

    /** The events of the command. */
    List<Happened<CrowdEvent>> crowd(CrowdRelation relation, String subject, String member, CrowdCommand command) {
        var id = relation.entityId(subject, member);
        var entity = entity(crowds, CrowdKind.create(), id);
        int before = entity.events().size();
        askCrowd(id, command);
        return since(id, entity.events(), before);
    }

    private static <E> List<Happened<E>> since(String id, List<E> events, int before) {
        List<Happened<E>> since = new ArrayList<>();
        for (int n = before; n < events.size(); n++) {
            var meta = new CommandMeta("command", "digest", "tester", Instant.EPOCH);
            since.add(new Happened<>(id, n + 1, meta, events.get(n)));
        }
        return since;
    }

    /** What a user was told, each as {@code REASON subject [actors] in thread}. */
    List<String> told(String userId) {
        return entity(users, UserKind.create(), userId).events().stream()
                .filter(UserEvent.Notified.class::isInstance)
                .map(UserEvent.Notified.class::cast)
                .map(told -> told.reason() + " " + told.subject() + " " + told.newActors() + " in " + told.thread())
                .toList();
    }

    @Override
    public CompletionStage<Optional<PostAnswer>> post(String postId) {
        return CompletableFuture.completedFuture(askPost(postId, new PostCommand.Look()));
    }

    @Override
    public CompletionStage<Boolean> isUser(String userId) {
        return CompletableFuture.completedFuture(
                askUser(userId, new UserCommand.Look()).isPresent());
    }

    @Override
    public CompletionStage<Boolean> isMember(CrowdRelation relation, String subject, String member) {
        var answer = askCrowd(relation.entityId(subject, member), new CrowdCommand.Has(member));
        return CompletableFuture.completedFuture(answer.orElseThrow().member());
    }

    @Override
    public CompletionStage<List<String>> observers(String postId) {
        return CompletableFuture.completedFuture(members(CrowdRelation.OBSERVERS, postId, 0));
    }

    private List<String> members(CrowdRelation relation, String subject, int bucket) {
        return askCrowd(relation.entityId(subject, bucket), new CrowdCommand.Members(null, 1_000))
                .orElseThrow()
                .members();
    }

    List<String> comments(String postId) {
        List<String> all = new ArrayList<>();
        for (int bucket = 0; bucket < CrowdRelation.COMMENTS.buckets(); bucket++) {
            all.addAll(members(CrowdRelation.COMMENTS, postId, bucket));
        }
        return all;
    }

    @Override
    public CompletionStage<Void> join(CrowdRelation relation, String subject, String member) {
        askCrowd(relation.entityId(subject, member), new CrowdCommand.Join(member, true));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> leave(CrowdRelation relation, String subject, String member) {
        askCrowd(relation.entityId(subject, member), new CrowdCommand.Leave(member));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> tell(String userId, Tell tell) {
        if (isBroken) {
            return CompletableFuture.failedFuture(new IllegalStateException("no answer"));
        }
        askUser(userId, tell);
        return CompletableFuture.completedFuture(null);
    }
}
