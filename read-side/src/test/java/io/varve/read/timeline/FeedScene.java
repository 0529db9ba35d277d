package io.varve.read.timeline;

import io.varve.node.crowd.CrowdEvent;
import io.varve.node.post.PostEvent;
import io.varve.read.Views;
import io.varve.read.post.PostView;
import io.varve.read.projection.CrowdProjection;
import io.varve.read.projection.PostProjection;
import io.varve.read.query.Concurrently;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import io.varve.read.table.Happened;
import io.varve.read.table.RowStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Views, fan-out and feeds over the same rows; pages of events are handled as they are given. */
final class FeedScene implements PostItems {
    private static final Duration FOR_LONG = Duration.ofHours(1);

    private final Views views;
    private final RowStore rows;
    private final FeedSources sources;
    private final int upTo;
    private final BigAuthors big;
    private final Map<String, PostState> journal = new HashMap<>();

    /** @param upTo how many followers are too many */
    FeedScene(Views views, RowStore rows, FeedSources sources, int upTo) {
        this.views = views;
        this.rows = rows;
        this.sources = sources;
        this.upTo = upTo;
        big = new BigAuthors(sources);
    }

    /** What happens is in the journal before any projection knows of it. */
    void journaled(List<Happened<PostEvent>> events) {
        events.forEach(event -> journal.merge(
                event.entityId(), PostState.NOTHING.withEvent(event), (before, now) -> before.withEvent(event)));
    }

    void posts(List<Happened<PostEvent>> page) {
        journaled(page);
        await(PostProjection.views().write(page, rows));
        await(new FanOut(sources, big, upTo, rows).ofPosts(page));
    }

    void crowds(List<Happened<CrowdEvent>> page) {
        await(CrowdProjection.views().write(page, rows));
        await(new FanOut(sources, big, upTo, rows).ofCrowds(page));
    }

    /** As another process, which has just looked who is big. */
    private FeedReader reader() {
        var fresh = new BigAuthors(sources);
        await(fresh.look());
        return new FeedReader(
                sources,
                fresh,
                new FollowedBigAuthors(sources, fresh, 1, FOR_LONG),
                new NewestOfBigAuthors(sources, fresh, 1, FOR_LONG),
                this,
                views.users()::mutes);
    }

    @Override
    public CompletionStage<Map<String, PostView>> posts(Collection<String> postIds) {
        return Concurrently.forEach(List.copyOf(postIds), views.posts()::post)
                .thenApply(found -> found.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(PostView::postId, Function.identity())));
    }

    Page<FeedItem> page(String userId, PageRequest page) {
        return await(reader().feed(userId, page));
    }

    /** The whole feed, page by page, each item as {@code post} or {@code booster>post}. */
    List<String> feed(String userId, int limit) {
        List<String> all = new ArrayList<>();
        var page = page(userId, PageRequest.first(limit));
        while (true) {
            page.items().forEach(item -> all.add(text(item)));
            if (page.nextCursor().isEmpty()) {
                return all;
            }
            page = page(userId, PageRequest.first(limit).after(page.nextCursor().get()));
        }
    }

    static String text(FeedItem item) {
        return item.boostedBy().map(by -> by + ">").orElse("") + item.post().postId();
    }

    FeedVerification verified(String userId) {
        var history = new FeedHistory(
                views.users(),
                views.posts(),
                views.crowds(),
                id -> CompletableFuture.completedFuture(journal.getOrDefault(id, PostState.NOTHING)));
        var reader = reader();
        return FeedVerifier.compare(
                await(history.feed(userId)), await(FeedHistory.all(page -> reader.feed(userId, page))));
    }

    static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
