package io.varve.read.timeline;

import static io.varve.read.timeline.FeedScene.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.Visibility;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.post.PostView;
import io.varve.read.query.PageRequest;
import io.varve.read.user.Mutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it takes to read the feed of somebody who follows authors with many followers. */
class BigAuthorsCostTest {
    private static final int LIMIT = 50;

    private final CountedFeedSources sources = new CountedFeedSources();
    private final BigAuthors big = new BigAuthors(sources);
    private final FollowedBigAuthors followed = new FollowedBigAuthors(sources, big, 1, Duration.ofHours(1));
    private final NewestOfBigAuthors newest = new NewestOfBigAuthors(sources, big, 64, Duration.ofHours(1));
    private final FeedReader reader = new FeedReader(
            sources,
            big,
            followed,
            newest,
            BigAuthorsCostTest::posts,
            id -> CompletableFuture.completedFuture(new Mutes(Set.of(), Set.of())));

    private static CompletionStage<Map<String, PostView>> posts(Collection<String> ids) {
        Map<String, PostView> found = new HashMap<>();
        ids.forEach(id -> found.put(
                id,
                PostState.NOTHING
                        .withEvent(PostStory.written(id, "anybody", "text")
                                .events()
                                .get(0))
                        .view()
                        .orElseThrow()));
        return CompletableFuture.completedFuture(found);
    }

    /** Big authors 0 to number - 1, followed by the reader. */
    private void follows(String readerId, int number) {
        var authors = IntStream.range(0, number).mapToObj(n -> "author-" + n).collect(Collectors.toSet());
        sources.follows.put(readerId, authors);
        sources.big.addAll(authors);
        await(big.look());
    }

    private List<String> page(String readerId) {
        return texts(readerId, PageRequest.first(LIMIT));
    }

    private List<String> texts(String readerId, PageRequest page) {
        return await(reader.feed(readerId, page)).items().stream()
                .map(FeedScene::text)
                .toList();
    }

    /** Everything, page by page. */
    private List<String> all(String readerId, int limit) {
        List<String> all = new ArrayList<>();
        var page = await(reader.feed(readerId, PageRequest.first(limit)));
        page.items().forEach(item -> all.add(FeedScene.text(item)));
        while (page.nextCursor().isPresent()) {
            page = await(reader.feed(
                    readerId, PageRequest.first(limit).after(page.nextCursor().get())));
            page.items().forEach(item -> all.add(FeedScene.text(item)));
        }
        return all;
    }

    private int questionsOfAPage(String readerId) {
        page(readerId);
        int before = sources.questions;
        assertThat(page(readerId)).hasSizeGreaterThan(9);
        return sources.questions - before;
    }

    @Test
    void pageOfWhoFollowsThousands_asksNoMoreThanThatOfWhoFollowsTen() {
        follows("many", 4_000);
        for (int n = 0; n < 4_000; n++) {
            sources.writes("author-" + n, n);
        }
        follows("few", 10);

        assertThat(questionsOfAPage("few")).isEqualTo(1);
        assertThat(questionsOfAPage("many")).isEqualTo(1);
    }

    @Test
    void whatIsNotAtHand_isNotAskedForAllAtOnce() {
        follows("many", 1_000);
        sources.holds = true;

        var page = reader.feed("many", PageRequest.first(LIMIT)).toCompletableFuture();
        sources.answer();

        assertThat(page).isDone();
        assertThat(sources.questions).isGreaterThan(2_000);
        assertThat(sources.mostWaiting).isLessThan(40);
    }

    @Test
    void feed_isWhole_alsoFurtherIntoThePastThanAnythingIsAtHand() {
        follows("reader", 5);
        var luck = new Random(1);
        List<FeedRow> expected = new ArrayList<>();
        for (int second = 0; second < 700; second++) {
            // Some write much and some hardly ever.
            var author = "author-" + (luck.nextInt(20) == 0 ? luck.nextInt(5) : second / 350);
            if (luck.nextInt(3) == 0) {
                sources.passesOn(author, second, second + 1);
                expected.add(0, CountedFeedSources.row(author, second, second + 1));
            } else {
                sources.writes(author, second);
                expected.add(0, CountedFeedSources.row(author, second, 0));
            }
        }
        var texts = expected.stream()
                .map(row -> (row.isBoosted() ? row.by() + ">" : "") + row.postId())
                .toList();

        for (int limit : new int[] {7, 50, 400}) {
            assertThat(all("reader", limit)).as("pages of %d", limit).isEqualTo(texts);
        }
    }

    @Test
    void whatTheFeedBrings_isThere_withoutAQuestion() {
        follows("reader", 1);
        sources.writes("author-0", 1);
        assertThat(page("reader")).containsExactly("p-author-0-1");
        int before = sources.questions;

        newest.takePost(PostStory.written("new", "author-0", "text", Visibility.PUBLIC, Instant.ofEpochSecond(9))
                .events()
                .get(0));
        var boosts = new CrowdStory(CrowdRelation.BOOSTS, "boosted").joined("author-0");
        newest.takeBoost(boosts.events().get(0));
        assertThat(page("reader")).containsExactly("author-0>boosted", "new", "p-author-0-1");

        newest.takeBoost(boosts.left("author-0").events().get(1));
        assertThat(page("reader")).containsExactly("new", "p-author-0-1");
        newest.takeBoost(boosts.events().get(0));
        assertThat(page("reader")).containsExactly("new", "p-author-0-1");
        assertThat(sources.questions - before).isEqualTo(3);
    }

    @Test
    void boostThatTheViewsHad_isGone_whenTheFeedBringsThatItWasTakenBack() {
        follows("reader", 1);
        var boosts = new CrowdStory(CrowdRelation.BOOSTS, "p-author-0-5")
                .joined("author-0")
                .left("author-0");
        sources.passesOn("author-0", 5, 1);
        assertThat(page("reader")).containsExactly("author-0>p-author-0-5");

        newest.takeBoost(boosts.events().get(1));

        assertThat(page("reader")).isEmpty();
    }

    @Test
    void whomAReaderFollows_isRemembered_untilTheFeedSaysOtherwise_orOthersAreBig() {
        follows("reader", 1);
        sources.writes("author-0", 1);
        assertThat(page("reader")).containsExactly("p-author-0-1");

        var story = new CrowdStory(CrowdRelation.FOLLOWERS, "author-0")
                .joined("reader")
                .left("reader");
        followed.take(story.events().get(1));
        assertThat(page("reader")).isEmpty();
        followed.take(story.joined("reader").events().get(2));
        assertThat(page("reader")).hasSize(1);

        sources.writes("author-1", 2);
        follows("reader", 2);
        assertThat(page("reader")).containsExactly("p-author-1-2", "p-author-0-1");
    }
}
