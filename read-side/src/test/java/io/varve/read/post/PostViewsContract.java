package io.varve.read.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.Visibility;
import io.varve.read.CrowdStory;
import io.varve.read.PostStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import io.varve.read.query.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class PostViewsContract extends ViewsContract {
    private static final Instant LATE = Instant.parse("2026-01-31T23:59:58Z");

    private final String id = unique("post");
    private final String author = unique("author");
    private final String tag = unique("tag").replace('-', '_');
    private final String secret = unique("secret");

    private PostView post(String postId) {
        return await(views().posts().post(postId)).orElseThrow();
    }

    @Test
    void post_showsWhatWasWritten_andWhatIsCounted() {
        var story = PostStory.written(id, author, "@ben: look #" + tag);
        writePosts(story.events());
        writeCrowds(new CrowdStory(CrowdRelation.LIKES, id)
                .joined("ann", "ben", "cem")
                .events());
        writeCrowds(
                new CrowdStory(CrowdRelation.BOOSTS, id).joined("ann", "ben").events());
        writeCrowds(new CrowdStory(CrowdRelation.COMMENTS, id).joined("comment").events());

        var expected = new PostView(story.head(), "@ben: look #" + tag, false, Optional.empty(), 3, 2, 1, 1);
        assertThat(post(id)).isEqualTo(expected);
        assertThat(await(views().posts().post(id, 1, Duration.ofSeconds(20)))).isEqualTo(new Reading.Found<>(expected));
        assertThat(await(views().posts().post(id, 2, Duration.ofMillis(30)))).isEqualTo(new Reading.Behind<>(1));
        assertThat(await(views().posts().post(unique("none")))).isEmpty();
        assertThat(await(views().posts().revision(unique("none")))).isZero();
    }

    @Test
    void post_showsItsLastText() {
        var story = PostStory.written(id, author, "@ben one").edited("two").edited("@cem three");
        writePosts(story.events());

        assertThat(post(id))
                .isEqualTo(new PostView(story.head(), "@cem three", false, Optional.of(PostStory.at(3)), 0, 0, 0, 3));
        assertThat(await(views().posts().revision(id))).isEqualTo(3);
    }

    @Test
    void comment_saysWhatItAnswers() {
        var parent = PostStory.written(id, author, "one", Visibility.FOLLOWERS, LATE);
        var comment = PostStory.answering(parent.head(), id + "-c", "ben", "two", LATE);
        writePosts(comment.events());

        assertThat(post(id + "-c").head()).isEqualTo(comment.head());
        assertThat(comment.head().inReplyTo()).isEqualTo(id);
    }

    private void assertDeleted(String postId, long revision) {
        var post = post(postId);
        assertThat(post.deleted()).isTrue();
        assertThat(post.text()).isEmpty();
        assertThat(post.revision()).isEqualTo(revision);
    }

    @Test
    void deletedPost_isThere_withoutAnyOfItsTexts() {
        var story = PostStory.written(id, author, secret).edited(secret + "!").deleted();
        writePosts(story.events());

        assertDeleted(id, 3);
        assertThat(await(views().posts().history(id)))
                .containsExactly(
                        new PostVersion(1, PostStory.at(1), author, Optional.empty(), false),
                        new PostVersion(2, PostStory.at(2), author, Optional.empty(), false),
                        new PostVersion(3, PostStory.at(3), author, Optional.empty(), true));
        // Nor do the tables have them.
        assertThat(dump()).contains(id).doesNotContain(secret);
    }

    @Test
    void deletedPost_isWithoutItsTexts_whileViewsThatKnowOfTheDeletionAreFilledAnew() {
        var story = PostStory.written(id, author, secret).edited(secret + "!");
        await(DeletedPosts.write(List.of(new DeletedPosts.Deletion(id, 3)), rows()));
        assertThat(await(views().posts().post(id))).isEmpty();
        writePosts(story.events());

        assertDeleted(id, 3);
        assertThat(await(views().posts().history(id)))
                .hasSize(2)
                .allMatch(version -> version.text().isEmpty());
    }

    @Test
    void history_hasEachText() {
        writePosts(PostStory.written(id, author, "one").edited("two").events());

        assertThat(await(views().posts().history(id)))
                .containsExactly(
                        new PostVersion(1, PostStory.at(1), author, Optional.of("one"), false),
                        new PostVersion(2, PostStory.at(2), author, Optional.of("two"), false));
        assertThat(await(views().posts().history(unique("none")))).isEmpty();
    }

    @Test
    void author_hasPosts_newestFirst_withoutCommentsAndWhatIsDeleted() {
        var parent = PostStory.written(id + "-0", author, "0", Visibility.PUBLIC, LATE);
        writePosts(parent.events());
        for (int n = 1; n < 9; n++) {
            // Two at a time are of the same moment.
            var at = LATE.plusSeconds(n / 2);
            writePosts(PostStory.written(id + "-" + n, author, "post", Visibility.DIRECT, at)
                    .events());
        }
        writePosts(PostStory.answering(parent.head(), id + "-c", author, "comment", LATE)
                .events());
        writePosts(PostStory.written(id + "-4", author, "post", Visibility.DIRECT, LATE.plusSeconds(2))
                .deleted()
                .events());

        var expected = IntStream.of(8, 7, 6, 5, 3, 2, 1, 0)
                .mapToObj(n -> new PostKey(id + "-" + n, LATE.plusSeconds(n / 2)))
                .toList();
        for (int limit : new int[] {1, 2, 3, 7, 8, 9}) {
            assertThat(allPages(limit, page -> views().posts().byAuthor(author, page)))
                    .isEqualTo(expected);
        }
        assertThat(await(views().posts().countByAuthor(author))).isEqualTo(9);
        assertThat(await(views().posts().countByAuthor(unique("nobody")))).isZero();
    }

    @Test
    void comments_areThoseOfThePost_oldestFirst() {
        var parent = PostStory.written(id, author, "post", Visibility.PUBLIC, LATE);
        for (int n = 0; n < 7; n++) {
            var at = LATE.plusSeconds(n / 2);
            var comment = PostStory.answering(parent.head(), id + "-" + n, "ben", "comment", at);
            writePosts((n == 3 ? comment.deleted() : comment).events());
            writePosts(PostStory.answering(comment.head(), id + "-of-" + n, "ben", "comment", at)
                    .events());
        }

        var expected = IntStream.of(0, 1, 2, 4, 5, 6)
                .mapToObj(n -> new PostKey(id + "-" + n, LATE.plusSeconds(n / 2)))
                .toList();
        for (int limit : new int[] {1, 2, 5, 6, 7}) {
            assertThat(allPages(limit, page -> views().posts().comments(id, page)))
                    .isEqualTo(expected);
        }
    }

    private List<String> tagged(String hashtag, int limit) {
        return allPages(limit, page -> views().posts().byHashtag(hashtag, page)).stream()
                .map(PostKey::postId)
                .toList();
    }

    @Test
    void hashtag_hasPublicPostsAndComments_newestFirst_overMonths() {
        var first = PostStory.written(id + "-0", author, "#" + tag, Visibility.PUBLIC, LATE);
        writePosts(first.events());
        for (int n = 1; n < 5; n++) {
            writePosts(PostStory.written(id + "-" + n, author, "#" + tag, Visibility.PUBLIC, LATE.plusSeconds(n))
                    .events());
        }
        writePosts(PostStory.answering(first.head(), id + "-5", "ben", "#" + tag, LATE.plusSeconds(5))
                .events());
        writePosts(PostStory.written(id + "-6", author, "#" + tag, Visibility.FOLLOWERS, LATE.plusSeconds(6))
                .events());

        for (int limit : new int[] {1, 2, 3, 5, 6, 7}) {
            assertThat(tagged(tag, limit))
                    .containsExactly(id + "-5", id + "-4", id + "-3", id + "-2", id + "-1", id + "-0");
        }
    }

    @Test
    void hashtag_comesAndGoesWithTheText() {
        var one = "#" + tag + "_1 ";
        var two = "#" + tag + "_2 ";
        var three = "#" + tag + "_3 ";
        var story = PostStory.written(id, author, one + two);
        writePosts(story.events());
        assertThat(tagged(tag + "_1", 5)).containsExactly(id);
        assertThat(tagged(tag + "_2", 5)).containsExactly(id);

        writePosts(story.edited(two + three).events());
        assertThat(tagged(tag + "_1", 5)).isEmpty();
        assertThat(tagged(tag + "_2", 5)).containsExactly(id);
        assertThat(tagged(tag + "_3", 5)).containsExactly(id);

        writePosts(story.edited(one).events());
        assertThat(tagged(tag + "_1", 5)).containsExactly(id);

        writePosts(story.deleted().events());
        for (var each : List.of("_1", "_2", "_3")) {
            assertThat(tagged(tag + each, 5)).isEmpty();
        }
    }

    @Test
    void replay_changesNothing() {
        var events = PostStory.full(id).events();
        writePosts(events);
        var before = dump();

        replayPosts(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        var story = PostStory.written(id, author, secret + " #" + tag)
                .edited(secret)
                .deleted();
        writePosts(reversed(story.events()));

        assertThat(post(id).deleted()).isTrue();
        assertThat(tagged(tag, 5)).isEmpty();
        assertThat(await(views().posts().byAuthor(author, PageRequest.first(5))).items())
                .isEmpty();
        assertThat(dump()).doesNotContain(secret);
    }

    @Test
    void post_isAbsent_untilItsFirstEventIsThere() {
        writePosts(PostStory.written(id, author, "one").edited("two").events().subList(1, 2));

        assertThat(await(views().posts().post(id))).isEmpty();
        assertThat(await(views().posts().post(id, 2, Duration.ofMillis(30)))).isInstanceOf(Reading.Behind.class);
    }

    @Test
    void history_isThat_ofTheEventsThatAreThere() {
        var events = PostStory.written(id, author, "one").deleted().events();
        writePosts(events.subList(1, 2));

        assertThat(await(views().posts().history(id)))
                .containsExactly(new PostVersion(2, PostStory.at(2), author, Optional.empty(), true));
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (var cursor : new String[] {"", "not base64!", Cursor.encode("entries", 7)}) {
            var page = PageRequest.first(5).after(cursor);
            assertThatThrownBy(() -> views().posts().byAuthor(author, page)).isInstanceOf(BadCursorException.class);
            assertThatThrownBy(() -> views().posts().comments(id, page)).isInstanceOf(BadCursorException.class);
            assertThatThrownBy(() -> views().posts().byHashtag(tag, page)).isInstanceOf(BadCursorException.class);
        }
    }
}
