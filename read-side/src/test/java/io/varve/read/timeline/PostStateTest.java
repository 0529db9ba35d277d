package io.varve.read.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.varve.node.crowd.CrowdRelation;
import io.varve.read.CrowdStory;
import io.varve.read.Fixture;
import io.varve.read.PostStory;
import io.varve.read.ViewsContract;
import org.junit.jupiter.api.Test;

class PostStateTest extends ViewsContract {
    private final Fixture fixture = Fixture.inMemory();

    @Override
    protected Fixture fixture() {
        return fixture;
    }

    @Test
    void post_isAtHandWhatItIsInTheViews_afterEachEvent() {
        var state = PostState.NOTHING;
        var events = PostStory.full("post").events();
        for (int n = 1; n <= events.size(); n++) {
            writePosts(events.subList(n - 1, n));
            state = state.withEvent(events.get(n - 1));

            assertThat(state.view()).isPresent().isEqualTo(await(views().posts().post("post")));
        }
        for (var relation : new CrowdRelation[] {CrowdRelation.LIKES, CrowdRelation.BOOSTS, CrowdRelation.COMMENTS}) {
            var crowd = CrowdStory.full(relation, "post").events();
            writeCrowds(crowd);
            for (var event : crowd) {
                state = state.withCount(event);
            }

            assertThat(state.view()).isEqualTo(await(views().posts().post("post")));
        }
    }

    @Test
    void whatIsOlder_changesNothing() {
        var events = PostStory.written("post", "ann", "one").edited("two").events();
        var likes = new CrowdStory(CrowdRelation.LIKES, "post")
                .joined("ben")
                .left("ben")
                .events();
        var state = PostState.NOTHING
                .withEvent(events.get(1))
                .withCount(likes.get(1))
                .withEvent(events.get(0))
                .withCount(likes.get(0))
                .withRead(PostState.NOTHING.withEvent(events.get(0)).withCount(likes.get(0)));

        assertThat(state.view()).hasValueSatisfying(post -> {
            assertThat(post.text()).isEqualTo("two");
            assertThat(post.likes()).isZero();
        });
    }

    @Test
    void countsOfAPostThatIsNotKnownYet_areKept() {
        var likes =
                new CrowdStory(CrowdRelation.LIKES, "post").joined("ben", "cem").events();
        var state = PostState.NOTHING.withCount(likes.get(0)).withCount(likes.get(1));
        assertThat(state.view()).isEmpty();

        var post = PostStory.written("post", "ann", "one").events().get(0);
        assertThat(state.withRead(PostState.NOTHING.withEvent(post)).view())
                .hasValueSatisfying(view -> assertThat(view.likes()).isEqualTo(2));
    }
}
