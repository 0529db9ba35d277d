package io.varve.read.crowd;

import static io.varve.node.crowd.CrowdRelation.BOOSTS;
import static io.varve.node.crowd.CrowdRelation.COMMENTS;
import static io.varve.node.crowd.CrowdRelation.FOLLOWERS;
import static io.varve.node.crowd.CrowdRelation.LIKES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.CrowdStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class CrowdViewsContract extends ViewsContract {
    private static final List<String> STAYED =
            List.of("ann", "cem", "dora", "eva", "finn", "gwen", "hans", "ida", "jo");

    private final String subject = unique("subject");

    private List<CrowdMember> members(CrowdRelation relation, int limit) {
        return allPages(limit, page -> views().crowds().members(relation, subject, page));
    }

    @Test
    void crowd_hasThoseWhoJoined_andHaveNotLeft() {
        writeCrowds(CrowdStory.full(LIKES, subject).events());

        assertThat(members(LIKES, 500)).extracting(CrowdMember::id).containsExactlyInAnyOrderElementsOf(STAYED);
        assertThat(await(views().crowds().count(LIKES, subject))).isEqualTo(STAYED.size());
        assertThat(members(FOLLOWERS, 500)).isEmpty();
        assertThat(await(views().crowds().count(FOLLOWERS, subject))).isZero();
    }

    @Test
    void counts_areOfEachCrowdOfTheSubject() {
        writeCrowds(new CrowdStory(LIKES, subject).joined("ann", "ben").events());
        writeCrowds(new CrowdStory(COMMENTS, subject).joined("comment-1").events());
        writeCrowds(new CrowdStory(LIKES, unique("other")).joined("ann").events());

        assertThat(await(views().crowds().counts(subject)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(LIKES, 2L, COMMENTS, 1L));
        assertThat(await(views().crowds().counts(unique("nobody")))).isEmpty();
    }

    @Test
    void member_isThereSinceTheyJoinedLast() {
        var story = new CrowdStory(LIKES, subject).joined("ann").left("ann").joined("ann");
        writeCrowds(story.events());

        assertThat(members(LIKES, 5)).containsExactly(new CrowdMember("ann", story.lastAt()));
        assertThat(story.lastAt()).isNotEqualTo(story.events().get(0).at());
    }

    @Test
    void members_areAllThere_onceEach_whateverTheSizeOfThePages() {
        var ids = IntStream.range(0, 40).mapToObj(n -> "user-" + n).toList();
        writeCrowds(new CrowdStory(LIKES, subject)
                .joined(ids.toArray(String[]::new))
                .events());

        var all = members(LIKES, 500);
        assertThat(all).extracting(CrowdMember::id).containsExactlyInAnyOrderElementsOf(ids);
        for (int limit : new int[] {1, 3, 7, 39, 40, 41}) {
            assertThat(members(LIKES, limit)).isEqualTo(all);
        }
    }

    @Test
    void subjects_areThoseThatTheMemberBelongsTo_byId() {
        var member = unique("member");
        for (var each : List.of("c", "a", "d", "b")) {
            writeCrowds(new CrowdStory(FOLLOWERS, subject + each).joined(member).events());
        }
        var left = new CrowdStory(FOLLOWERS, subject + "b0").joined(member).left(member);
        writeCrowds(left.events());
        writeCrowds(new CrowdStory(BOOSTS, subject + "b1").joined(member).events());

        for (int limit : new int[] {1, 2, 3, 4, 5}) {
            assertThat(allPages(limit, page -> views().crowds().subjects(FOLLOWERS, member, page)))
                    .extracting(CrowdMember::id)
                    .containsExactly(subject + "a", subject + "b", subject + "c", subject + "d");
        }
        assertThat(await(views().crowds().subjectCount(FOLLOWERS, member))).isEqualTo(4);
        assertThat(await(views().crowds().subjectCount(FOLLOWERS, unique("nobody"))))
                .isZero();
    }

    @Test
    void revision_isThatOfTheBucket() {
        var story = CrowdStory.full(LIKES, subject);
        writeCrowds(story.events());

        LIKES.entityIds(subject).forEach(id -> {
            long revisions = story.events().stream()
                    .filter(event -> event.entityId().equals(id))
                    .count();
            assertThat(await(views().crowds().revision(id))).as(id).isEqualTo(revisions);
        });
    }

    @Test
    void replay_changesNothing() {
        var events = CrowdStory.full(LIKES, subject).events();
        writeCrowds(events);
        var before = dump();

        replayCrowds(events);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        writeCrowds(reversed(CrowdStory.full(LIKES, subject).events()));

        assertThat(members(LIKES, 500)).extracting(CrowdMember::id).containsExactlyInAnyOrderElementsOf(STAYED);
        assertThat(await(views().crowds().count(LIKES, subject))).isEqualTo(STAYED.size());
    }

    @Test
    void listsThatAreNotKept_areRefused_insteadOfBeingEmpty() {
        var page = PageRequest.first(5);
        assertThatThrownBy(() -> views().crowds().members(COMMENTS, subject, page))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> views().crowds().subjects(LIKES, "ann", page))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (var cursor :
                new String[] {"", "not base64!", Cursor.encode("followers", "ann"), Cursor.encode("entries", 7)}) {
            var page = PageRequest.first(5).after(cursor);
            assertThatThrownBy(() -> views().crowds().members(LIKES, subject, page))
                    .isInstanceOf(BadCursorException.class);
            assertThatThrownBy(() -> views().crowds().subjects(FOLLOWERS, subject, page))
                    .isInstanceOf(BadCursorException.class);
        }
    }
}
