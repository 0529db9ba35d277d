package io.varve.http.social;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Makes sure that users are known. Who is known stays so, and need not be asked for again; who is not, may be soon. */
public final class KnownUsers {
    private static final int MAX_REMEMBERED = 100_000;

    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();
    private final UserCommands commands;

    public KnownUsers(UserCommands commands) {
        this.commands = commands;
    }

    /**
     * The user's id; the stage fails with {@code user-not-found} when there is no such user.
     *
     * @param field where the request names the user
     */
    public CompletionStage<String> require(String field, String userId) {
        if (known.getIfPresent(userId) != null) {
            return CompletableFuture.completedFuture(userId);
        }
        return commands.look(field, userId).thenApply(revision -> {
            known.put(userId, true);
            return userId;
        });
    }
}
