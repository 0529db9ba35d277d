package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.read.PostStory;
import io.varve.read.query.Page;
import io.varve.read.query.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FeedVerifierTest {
    private final FeedItem one = item("one", "text");
    private final FeedItem two = item("two", "text");

    private static FeedItem item(String postId, String text) {
        var story = PostStory.written(postId, "ann", text);
        var post = PostState.NOTHING.withEvent(story.events().get(0)).view().orElseThrow();
        return new FeedItem(post, Optional.empty(), post.head().createdAt());
    }

    private static List<String> differences(List<FeedItem> expected, List<FeedItem> shown) {
        return FeedVerifier.compare(expected, shown).differences();
    }

    @Test
    void differences_areNamed() {
        assertThat(differences(List.of(one, two), List.of(one, two))).isEmpty();
        assertThat(differences(List.of(one, two), List.of(one))).containsExactly("two is missing");
        assertThat(differences(List.of(one), List.of(one, two))).containsExactly("two is too much");
        assertThat(differences(List.of(one), List.of(one, one))).containsExactly("one is there twice");
        assertThat(differences(List.of(one, two), List.of(two, one))).containsExactly("the items are in another order");
        assertThat(differences(List.of(one), List.of(item("one", "other text"))))
                .singleElement()
                .asString()
                .startsWith("one is ")
                .contains("other text");
        var boosted = new FeedItem(one.post(), Optional.of("ben"), one.at());
        assertThat(differences(List.of(one, boosted), List.of(one))).containsExactly("one boosted by ben is missing");
    }

    @Test
    void whatIsOnlyBehind_isNoDifference() {
        var shown = new ArrayList<>(List.of(List.of(two), List.of(one, two)));
        var verifier = new FeedVerifier(
                user -> CompletableFuture.completedFuture(List.of(one, two)),
                (String user, PageRequest page) ->
                        CompletableFuture.completedFuture(new Page<>(shown.remove(0), Optional.empty())));

        var verified = verifier.verify("ann").toCompletableFuture().orTimeout(20, TimeUnit.SECONDS);

        assertThat(verified.join()).isEqualTo(new FeedVerification(2, List.of()));
    }
}
