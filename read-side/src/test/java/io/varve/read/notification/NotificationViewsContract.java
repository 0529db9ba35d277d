package io.varve.read.notification;

import static io.varve.node.user.NotificationReason.COMMENTED;
import static io.varve.node.user.NotificationReason.FOLLOWED;
import static io.varve.node.user.NotificationReason.LIKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.varve.read.UserStory;
import io.varve.read.ViewsContract;
import io.varve.read.query.BadCursorException;
import io.varve.read.query.Cursor;
import io.varve.read.query.PageRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

abstract class NotificationViewsContract extends ViewsContract {
    private final String id = unique("user");

    private List<NotificationView> all(int limit) {
        return allPages(limit, page -> views().notifications().notifications(id, page));
    }

    private long unread() {
        return await(views().notifications().unread(id));
    }

    @Test
    void group_isWhatItsLastEventSays_inThePlaceWhereItBegan() {
        writeUsers(UserStory.registered(id)
                .told(LIKED, "post-1", "ben")
                .told(COMMENTED, "post-1", "ben")
                .told(2, LIKED, "post-1", 3, "dora", "cem", "ben")
                .told(FOLLOWED, id, "eva")
                .events());

        assertThat(all(5))
                .containsExactly(
                        new NotificationView(
                                "5",
                                FOLLOWED,
                                id,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("eva"),
                                1,
                                UserStory.at(5),
                                5,
                                false),
                        new NotificationView(
                                "3",
                                COMMENTED,
                                "post-1",
                                Optional.of("thread"),
                                Optional.of("comment-1"),
                                List.of("ben"),
                                1,
                                UserStory.at(3),
                                3,
                                false),
                        new NotificationView(
                                "2",
                                LIKED,
                                "post-1",
                                Optional.of("thread"),
                                Optional.empty(),
                                List.of("dora", "cem", "ben"),
                                3,
                                UserStory.at(4),
                                4,
                                false));
        assertThat(unread()).isEqualTo(3);
    }

    @Test
    void group_isRead_whenAllOfItIs() {
        var story = UserStory.registered(id)
                .told(LIKED, "post-1", "ben")
                .told(COMMENTED, "post-1", "ben")
                .told(2, LIKED, "post-1", 2, "cem", "ben")
                .read(3);
        writeUsers(story.events());
        assertThat(all(5)).extracting(NotificationView::read).containsExactly(true, false);
        assertThat(unread()).isEqualTo(1);

        writeUsers(story.read(4).events());
        assertThat(all(5)).extracting(NotificationView::read).containsExactly(true, true);
        assertThat(unread()).isZero();

        writeUsers(story.told(LIKED, "post-1", "dora").events());
        assertThat(all(5)).extracting(NotificationView::read).containsExactly(false, true, true);
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void groups_areAllThere_whateverTheSizeOfThePages() {
        var story = UserStory.registered(id);
        for (int n = 0; n < 20; n++) {
            story.told(LIKED, "post-" + n, "ben");
        }
        writeUsers(story.events());

        assertThat(all(500))
                .extracting(NotificationView::revision)
                .hasSize(20)
                .startsWith(21L, 20L)
                .endsWith(2L);
        for (int limit : new int[] {1, 3, 19, 20, 21}) {
            assertThat(all(limit)).isEqualTo(all(500));
        }
    }

    @Test
    void nobody_wasToldNothing() {
        assertThat(all(5)).isEmpty();
        assertThat(unread()).isZero();
        writeUsers(UserStory.registered(id).events());
        assertThat(all(5)).isEmpty();
        assertThat(unread()).isZero();
    }

    @Test
    void olderEvent_doesNotWin_whenItComesLater() {
        var story = UserStory.registered(id)
                .told(LIKED, "post-1", "ben")
                .told(2, LIKED, "post-1", 2, "cem", "ben")
                .read(2)
                .read(3);
        writeUsers(reversed(story.events()));

        assertThat(all(5)).extracting(NotificationView::count).containsExactly(2L);
        assertThat(unread()).isZero();
    }

    @Test
    void cursorOfAnotherList_isRefused() {
        for (var cursor :
                new String[] {"", "not base64!", Cursor.encode("notifications", "-1"), Cursor.encode("entries", 7)}) {
            var page = PageRequest.first(5).after(cursor);
            assertThatThrownBy(() -> views().notifications().notifications(id, page))
                    .isInstanceOf(BadCursorException.class);
        }
    }
}
