package io.varve.read.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdCommand;
import io.varve.node.crowd.CrowdEvent;
import io.varve.node.crowd.CrowdRelation;
import io.varve.node.post.PostCommand;
import io.varve.node.post.PostEvent;
import io.varve.node.post.Visibility;
import io.varve.read.table.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellingTest {
    private final InMemoryDoors doors = new InMemoryDoors();
    private final Telling telling = new Telling(doors);

    @BeforeEach
    void registerUsers() {
        doors.register("ann", "ben", "cem", "dora");
    }

    private static void await(CompletionStage<Void> told) {
        told.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private List<Happened<PostEvent>> writes(String author, String postId, String text, Visibility visibility) {
        return doors.post(postId, new PostCommand.Write(author, text, visibility, null));
    }

    private List<Happened<PostEvent>> writes(String author, String postId, String text) {
        return writes(author, postId, text, Visibility.PUBLIC);
    }

    private List<Happened<PostEvent>> answers(
            String author, String postId, String text, List<Happened<PostEvent>> parent) {
        var of = parent.get(0).event().head();
        return doors.post(postId, new PostCommand.Write(author, text, Visibility.PUBLIC, of));
    }

    private List<Happened<CrowdEvent>> joins(CrowdRelation relation, String subject, String... members) {
        List<Happened<CrowdEvent>> events = new ArrayList<>();
        for (var member : members) {
            events.addAll(doors.crowd(relation, subject, member, new CrowdCommand.Join(member, false)));
        }
        return events;
    }

    private List<Happened<CrowdEvent>> leaves(CrowdRelation relation, String subject, String member) {
        return doors.crowd(relation, subject, member, new CrowdCommand.Leave(member));
    }

    @Test
    void mention_isTold_butToNobodyWhoIsNoUser() {
        await(telling.ofPosts(writes("ann", "p", "@ben, @nobody and @ann")));

        assertThat(doors.told("ben")).containsExactly("MENTIONED p [ann] in p");
        assertThat(doors.told("ann")).isEmpty();
        assertThat(doors.observers("p").toCompletableFuture().join()).containsExactly("ann", "ben");
    }

    @Test
    void mentionThatAnEditAdds_isTold_andNoOtherAgain() {
        var post = writes("ann", "p", "@ben");
        await(telling.ofPosts(post));
        await(telling.ofPosts(doors.post("p", new PostCommand.Edit("@ben @cem"))));

        assertThat(doors.told("ben")).hasSize(1);
        assertThat(doors.told("cem")).containsExactly("MENTIONED p [ann] in p");
    }

    @Test
    void mentionThatGoesAndComesBack_isToldOnce() {
        await(telling.ofPosts(writes("ann", "p", "@ben")));
        await(telling.ofPosts(doors.post("p", new PostCommand.Edit("nobody"))));
        await(telling.ofPosts(doors.post("p", new PostCommand.Edit("@ben, again"))));

        assertThat(doors.told("ben")).hasSize(1);
    }

    @Test
    void comment_isToldToWhoWatchesWhatItAnswers_andToWhoWatchesTheConversation() {
        var post = writes("ann", "p", "text");
        await(telling.ofPosts(post));
        var comment = answers("ben", "c", "yes", post);
        await(telling.ofPosts(comment));
        await(telling.ofPosts(answers("cem", "d", "no", comment)));

        assertThat(doors.told("ann")).containsExactly("COMMENTED p [ben] in p", "COMMENTED p [cem] in p");
        assertThat(doors.told("ben")).containsExactly("COMMENTED c [cem] in p");
        assertThat(doors.told("cem")).isEmpty();
        assertThat(doors.comments("p")).containsExactly("c");
        assertThat(doors.comments("c")).containsExactly("d");
    }

    @Test
    void authorOfAPost_isTold_alsoWhenTheCommentIsHandledFirst() {
        var post = writes("ann", "p", "with @dora");

        await(telling.ofPosts(answers("ben", "c", "yes", post)));

        assertThat(doors.told("ann")).containsExactly("COMMENTED p [ben] in p");
        assertThat(doors.told("dora")).containsExactly("COMMENTED p [ben] in p");
    }

    @Test
    void whoDoesNotWatchAnyMore_isNotTold() {
        var post = writes("ann", "p", "text");
        await(telling.ofPosts(post));
        leaves(CrowdRelation.OBSERVERS, "p", "ann");

        await(telling.ofPosts(answers("ben", "c", "yes", post)));
        await(telling.ofCrowds(joins(CrowdRelation.LIKES, "p", "ben")));

        assertThat(doors.told("ann")).isEmpty();
    }

    @Test
    void deletedComment_isNotTold_andNotCounted() {
        var post = writes("ann", "p", "text");
        var page = new ArrayList<>(answers("ben", "c", "yes @cem", post));
        page.addAll(doors.post("c", new PostCommand.Delete()));

        await(telling.ofPosts(page));
        // The first of them once more, as after a restart.
        await(telling.ofPosts(page.subList(0, 1)));

        assertThat(doors.told("ann")).isEmpty();
        assertThat(doors.told("cem")).isEmpty();
        assertThat(doors.comments("p")).isEmpty();
    }

    @Test
    void commentOnAPostThatIsDeletedMeanwhile_isCountedButNotTold() {
        var post = writes("ann", "p", "text");
        var comment = answers("ben", "c", "yes", post);
        doors.post("p", new PostCommand.Delete());

        await(telling.ofPosts(comment));

        assertThat(doors.told("ann")).isEmpty();
        assertThat(doors.comments("p")).containsExactly("c");
    }

    @Test
    void comment_isToldToNobodyWhoMayNotSeeIt() {
        joins(CrowdRelation.FOLLOWERS, "ann", "cem");
        joins(CrowdRelation.FOLLOWERS, "ben", "dora");
        var post = writes("ann", "p", "text", Visibility.FOLLOWERS);
        joins(CrowdRelation.OBSERVERS, "p", "cem", "dora");

        await(telling.ofPosts(answers("ben", "c", "yes", post)));

        assertThat(doors.told("ann")).containsExactly("COMMENTED p [ben] in p");
        assertThat(doors.told("cem")).containsExactly("COMMENTED p [ben] in p");
        assertThat(doors.told("dora")).isEmpty();
    }

    @Test
    void like_isToldToNobodyWhoMayNotSeeThePostAnyMore() {
        joins(CrowdRelation.FOLLOWERS, "ann", "cem");
        await(telling.ofPosts(writes("ann", "p", "text", Visibility.FOLLOWERS)));
        joins(CrowdRelation.OBSERVERS, "p", "cem", "dora");

        await(telling.ofCrowds(joins(CrowdRelation.LIKES, "p", "ben")));

        assertThat(doors.told("ann")).containsExactly("LIKED p [ben] in p");
        assertThat(doors.told("cem")).containsExactly("LIKED p [ben] in p");
        assertThat(doors.told("dora")).isEmpty();
    }

    @Test
    void commentThatMentionsAnObserver_isToldOnce() {
        var post = writes("ann", "p", "text");
        await(telling.ofPosts(answers("ben", "c", "@ann yes", post)));

        assertThat(doors.told("ann")).containsExactly("MENTIONED c [ben] in p");
    }

    @Test
    void likes_areToldToWhoWatches_asOneForThePage_andAgainLikedOnesNotAtAll() {
        await(telling.ofPosts(writes("ann", "p", "with @ben")));
        var page = joins(CrowdRelation.LIKES, "p", "cem");
        page.addAll(leaves(CrowdRelation.LIKES, "p", "cem"));
        page.addAll(joins(CrowdRelation.LIKES, "p", "cem", "ben"));

        await(telling.ofCrowds(page));

        // Both are of the same bucket.
        assertThat(doors.told("ann")).containsExactly("LIKED p [cem, ben] in p");
        assertThat(doors.told("ben")).containsExactly("MENTIONED p [ann] in p", "LIKED p [cem] in p");
    }

    @Test
    void boost_isToldToTheAuthorAlone_andAFollowerToTheFollowed() {
        await(telling.ofPosts(writes("ann", "p", "with @ben")));

        await(telling.ofCrowds(joins(CrowdRelation.BOOSTS, "p", "cem")));
        await(telling.ofCrowds(joins(CrowdRelation.FOLLOWERS, "dora", "cem")));

        assertThat(doors.told("ann")).containsExactly("BOOSTED p [cem] in p");
        assertThat(doors.told("ben")).containsExactly("MENTIONED p [ann] in p");
        assertThat(doors.told("dora")).containsExactly("FOLLOWED dora [cem] in null");
    }

    @Test
    void pageThatFails_isToldWhenItComesAgain_eachThingOnce() {
        var page = new ArrayList<>(writes("ann", "p", "with @ben"));
        page.addAll(answers("cem", "c", "@ann", page));
        doors.breaks(true);
        assertThatThrownBy(() -> await(telling.ofPosts(page))).hasMessageContaining("no answer");
        doors.breaks(false);

        await(telling.ofPosts(page));
        await(telling.ofPosts(page));
        await(telling.ofPosts(page.subList(1, 2)));

        assertThat(doors.told("ben")).containsExactlyInAnyOrder("MENTIONED p [ann] in p", "COMMENTED p [cem] in p");
        assertThat(doors.told("ann")).containsExactly("MENTIONED c [cem] in p");
    }
}
