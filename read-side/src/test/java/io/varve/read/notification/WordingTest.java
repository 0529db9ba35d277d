package io.varve.read.notification;

import static io.varve.node.user.NotificationReason.BOOSTED;
import static io.varve.node.user.NotificationReason.COMMENTED;
import static io.varve.node.user.NotificationReason.FOLLOWED;
import static io.varve.node.user.NotificationReason.LIKED;
import static io.varve.node.user.NotificationReason.MENTIONED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void people_areNamedUpToTwo_andCountedBeyond() {
        assertThat(Wording.of(LIKED, List.of("Ann"), 1, true)).isEqualTo("Ann liked your post");
        assertThat(Wording.of(LIKED, List.of("Ann", "Bob"), 2, true)).isEqualTo("Ann and Bob liked your post");
        assertThat(Wording.of(LIKED, List.of("Ann"), 2, true)).isEqualTo("Ann and 1 other liked your post");
        assertThat(Wording.of(LIKED, List.of("Ann", "Bob"), 13, true)).isEqualTo("Ann and 12 others liked your post");
    }

    @Test
    void peopleWhoComment_areNotCounted_sinceEachMayHaveCommentedOften() {
        assertThat(Wording.of(COMMENTED, List.of("Ann"), 3, true)).isEqualTo("Ann commented on your post");
        assertThat(Wording.of(COMMENTED, List.of("Ann", "Bob"), 3, true))
                .isEqualTo("Ann and Bob commented on your post");
        assertThat(Wording.of(COMMENTED, List.of("Ann", "Bob", "Cem"), 3, true))
                .isEqualTo("Ann, Bob and others commented on your post");
    }

    @Test
    void deeds_sayWhoseThePostIs() {
        var ann = List.of("Ann");
        assertThat(Wording.of(LIKED, ann, 1, false)).isEqualTo("Ann liked a post that you watch");
        assertThat(Wording.of(COMMENTED, ann, 1, true)).isEqualTo("Ann commented on your post");
        assertThat(Wording.of(BOOSTED, ann, 1, true)).isEqualTo("Ann boosted your post");
        assertThat(Wording.of(MENTIONED, ann, 1, false)).isEqualTo("Ann mentioned you");
        assertThat(Wording.of(FOLLOWED, ann, 1, false)).isEqualTo("Ann followed you");
    }
}
