package io.varve.read.telling;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostAnswer;
import io.varve.node.user.UserCommand.Tell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Doors at which everything waits until it is let through, in any order. */
final class HeldDoors implements Doors {
    private final Doors doors;
    private final Random luck;
    private final List<Runnable> held = new ArrayList<>();

    HeldDoors(Doors doors, Random luck) {
        this.doors = doors;
        this.luck = luck;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    void letOneThrough() {
        held.remove(luck.nextInt(held.size())).run();
    }

    private <T> CompletionStage<T> hold(Supplier<CompletionStage<T>> call) {
        var answer = new CompletableFuture<T>();
        held.add(() -> call.get().thenAccept(answer::complete));
        return answer;
    }

    @Override
    public CompletionStage<Optional<PostAnswer>> post(String postId) {
        return hold(() -> doors.post(postId));
    }

    @Override
    public CompletionStage<Boolean> isUser(String userId) {
        return hold(() -> doors.isUser(userId));
    }

    @Override
    public CompletionStage<Boolean> isMember(CrowdRelation relation, String subject, String member) {
        return hold(() -> doors.isMember(relation, subject, member));
    }

    @Override
    public CompletionStage<List<String>> observers(String postId) {
        return hold(() -> doors.observers(postId));
    }

    @Override
    public CompletionStage<Void> join(CrowdRelation relation, String subject, String member) {
        return hold(() -> doors.join(relation, subject, member));
    }

    @Override
    public CompletionStage<Void> leave(CrowdRelation relation, String subject, String member) {
        return hold(() -> doors.leave(relation, subject, member));
    }

    @Override
    public CompletionStage<Void> tell(String userId, Tell tell) {
        return hold(() -> doors.tell(userId, tell));
    }
}
