package io.varve.read.notification;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.varve.read.query.Concurrently;
import io.varve.read.user.UserViews;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What users are called; a new name may take a minute to be seen. */
public final class DisplayNames {
    private static final int MAX_REMEMBERED = 50_000;
    private static final int LANES = 8;

    private final AsyncCache<String, String> names = Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .buildAsync();
    private final UserViews views;

    public DisplayNames(UserViews views) {
        this.views = views;
    }

    /** The names by id; somebody whom the views do not know yet is called by their id. */
    public CompletionStage<Map<String, String>> of(Collection<String> userIds) {
        return Concurrently.inLanes(LANES, List.copyOf(userIds), id -> name(id).thenApply(name -> Map.entry(id, name)))
                .thenApply(named -> named.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private CompletableFuture<String> name(String userId) {
        return names.get(
                userId,
                (id, executor) ->
                        views.displayName(id).thenApply(name -> name.orElse(id)).toCompletableFuture());
    }
}
