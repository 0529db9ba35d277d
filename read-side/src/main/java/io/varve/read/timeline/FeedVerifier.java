package io.varve.read.timeline;

import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Holds feeds, as they are shown, against what history says they must be. */
final class FeedVerifier {
    static final int MOST_DIFFERENCES = 100;
    /** While anything happens a feed is a little behind; what is still other after the last attempt is wrong. */
    private static final int ATTEMPTS = 5;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Function<String, CompletionStage<List<FeedItem>>> expected;
    private final BiFunction<String, PageRequest, CompletionStage<Page<FeedItem>>> shown;

    FeedVerifier(
            Function<String, CompletionStage<List<FeedItem>>> expected,
            BiFunction<String, PageRequest, CompletionStage<Page<FeedItem>>> shown) {
        this.expected = expected;
        this.shown = shown;
    }

    CompletionStage<FeedVerification> verify(String userId) {
        return verify(userId, ATTEMPTS);
    }

    private CompletionStage<FeedVerification> verify(String userId, int attempts) {
        return expected.apply(userId)
                .thenCombine(FeedHistory.all(page -> shown.apply(userId, page)), FeedVerifier::compare)
                .thenCompose(found -> found.differences().isEmpty() || attempts == 1
                        ? CompletableFuture.completedFuture(found)
                        : pause().thenCompose(paused -> verify(userId, attempts - 1)));
    }

    private static CompletableFuture<Void> pause() {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Which item it is, whatever it shows. */
    private record Place(String postId, Optional<String> boostedBy) {
        static Place of(FeedItem item) {
            return new Place(item.post().postId(), item.boostedBy());
        }

        @Override
        public String toString() {
            return postId + boostedBy.map(by -> " boosted by " + by).orElse("");
        }
    }

    static FeedVerification compare(List<FeedItem> expected, List<FeedItem> shown) {
        List<String> differences = new ArrayList<>();
        Map<Place, FeedItem> left = new LinkedHashMap<>();
        for (var item : shown) {
            if (left.put(Place.of(item), item) != null) {
                differences.add(Place.of(item) + " is there twice");
            }
        }
        var places = new HashMap<Place, FeedItem>();
        for (var item : expected) {
            places.put(Place.of(item), item);
            var other = left.get(Place.of(item));
            if (other == null) {
                differences.add(Place.of(item) + " is missing");
            } else if (!other.equals(item)) {
                differences.add(Place.of(item) + " is " + other + " but must be " + item);
            }
        }
        left.keySet().stream()
                .filter(place -> !places.containsKey(place))
                .forEach(place -> differences.add(place + " is too much"));
        if (differences.isEmpty() && !expected.equals(shown)) {
            differences.add("the items are in another order");
        }
        return new FeedVerification(
                expected.size(), differences.subList(0, Math.min(MOST_DIFFERENCES, differences.size())));
    }
}
